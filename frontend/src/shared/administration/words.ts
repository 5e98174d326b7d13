import { catalogue } from '../words/catalogue.ts';

export const words = catalogue('shared/administration', {
  done: 'Done',
  /** The parts of a policy. */
  rules: {
    longest: 'Longest duration of a link',
    external: 'External guests',
    codes: 'Ask external guests for a code',
    links: 'Let owners copy the links of guests',
    perHour: 'Invitations per person and hour',
    noLimit: 'No limit',
    allowed: 'Allowed domains',
    blocked: 'Blocked domains',
  },
});
