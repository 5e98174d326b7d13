import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/own-sessions', {
  title: 'Where you are signed in',
  explanation:
    'A session ends when you sign out, after 14 days without use, and after 30 days at the latest.',
  list: 'Your sessions',
  loading: 'Loading your sessions',
  current: 'This browser',
  since: (day: string) => `Signed in ${day}`,
  end: 'Sign out',
  endOf: (place: string) => `Sign out ${place}`,
  ended: 'Signed out there.',
  endOthers: 'Sign out all others',
  othersEnded: 'Signed out everywhere else.',
  noOthers: 'You are signed in nowhere else.',
  close: 'Close',
});
