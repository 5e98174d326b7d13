import { MAIL_REASONS } from '@vitrine/contracts';
import type { MailReason } from '@vitrine/contracts';
import { catalogue } from '../words/catalogue.ts';
import { plural } from '../words/plural.ts';
import type { RefusalReason } from './refused.ts';

const reasons: Record<RefusalReason, string> = {
  'already-active': 'Has a link that still works',
  'invalid-address': 'Is not an email address',
  'unknown-user': 'Is no longer in your account',
  'named-twice': 'Was named twice',
  'is-owner': 'Owns this share',
  'external-not-allowed': 'The policy allows nobody from outside',
  'domain-not-allowed': 'The policy does not allow addresses there',
};

const accountPolicy = {
  onlyColleagues: 'Your account allows colleagues only.',
  onlyAddressesAt: (domains: string) => `Outside your account, only addresses at ${domains} are allowed.`,
  noAddressesAt: (domains: string) => `Your account allows no addresses at ${domains}.`,
  notAllowed: (addresses: string) =>
    `${addresses}: not allowed by your account, unless it is a colleague’s. Take it out to invite the others.`,
  longest: (count: number) =>
    plural(count, { one: 'Your account allows # day at most', other: 'Your account allows # days at most' }),
  asksForCode: 'Your account asks every external guest.',
  perHour: (count: number) =>
    plural(count, {
      one: 'Your account allows you # invitation an hour.',
      other: 'Your account allows you # invitations an hour.',
    }),
};

/** Where a domain whose assets are shared is stricter than the account. */
const domainPolicy: typeof accountPolicy = {
  onlyColleagues: 'The domain of these assets allows colleagues only.',
  onlyAddressesAt: (domains) =>
    `The domain of these assets allows, outside your account, only addresses at ${domains}.`,
  noAddressesAt: (domains) => `The domain of these assets allows no addresses at ${domains}.`,
  notAllowed: (addresses) =>
    `${addresses}: not allowed for these assets, unless it is a colleague’s. Take it out to invite the others.`,
  longest: (count) =>
    plural(count, {
      one: 'The domain of these assets allows # day at most',
      other: 'The domain of these assets allows # days at most',
    }),
  asksForCode: 'The domain of these assets asks every external guest.',
  perHour: (count) =>
    plural(count, {
      one: 'The domain of these assets allows you # invitation an hour.',
      other: 'The domain of these assets allows you # invitations an hour.',
    }),
};

/** A translation has others for them. */
const mailReasons: Record<MailReason, string> = MAIL_REASONS;

/** The words for inviting, wherever somebody is invited. */
export const words = catalogue('shared/guests', {
  field: 'Search for internal users or enter an email address',
  hint: 'Enter or a comma adds an address; several can be pasted at once',
  remove: (guest: string) => `Remove ${guest}`,
  /** For who hears the page: what was typed has gone from the field. */
  picked: (count: number) => plural(count, { one: '# guest to be invited', other: '# guests to be invited' }),
  suggestions: 'People and addresses',
  suggested: (count: number, first: string) =>
    `${plural(count, { one: '# suggestion', other: '# suggestions' })}. Enter: ${first}`,
  invite: (email: string) => `Invite ${email}`,
  external: 'External guest',
  nobodyFound: 'Nobody in your account has this name. Keep typing to enter an email address.',
  searchFailed: 'People cannot be searched right now. Keep typing to enter an email address.',
  searching: 'Searching…',
  nobody: 'Name at least one guest',
  wrong: (parts: string) => `${parts}: not an email address, and not added`,
  refused: (guest: string, reason: string) => `${guest}: ${reason.toLowerCase()}`,
  reasons,
  policies: { account: accountPolicy, domain: domainPolicy },
  duration: 'Duration',
  days: (count: number) => plural(count, { one: '# day', other: '# days' }),
  until: (instant: string) => `The link works until ${instant}`,
  message: 'Message',
  messageHint: 'Optional: a few words of yours in the mail',
  messageTooLong: (count: number) =>
    plural(count, { one: '# character too many', other: '# characters too many' }),
  mailReasons,
  mailLanguage: 'Language of the mail',
  mailLanguageHint: 'Guests who have been here before get their own language.',
  askForCode: 'Ask guests for a code sent to their address',
  askForCodeHint: 'External guests only: colleagues sign in.',
  downloadsMax: 'Downloads per guest',
  downloadsMaxHint: 'How often each guest may download at most. One that is resumed counts once.',
  noLimit: 'No limit',
  refusedList: 'Not invited',
});
