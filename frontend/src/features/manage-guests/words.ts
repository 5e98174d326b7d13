import { catalogue } from '../../shared/words/catalogue.ts';
import { inFigures, plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/manage-guests', {
  list: 'Guests',
  failedTitle: 'The guests could not be loaded',
  expiredList: 'Expired',
  invite: '+ Invite Guests',
  inviteDialog: 'Invite guests',
  inviteCount: (count: number) =>
    count === 0 ? 'Invite guests' : plural(count, { one: 'Invite # guest', other: 'Invite # guests' }),
  invited: (count: number) =>
    plural(count, {
      one: '# guest was invited and gets a mail with a link',
      other: '# guests were invited; each gets a mail with a link',
    }),
  notYours:
    'This share holds assets of a domain that you do not belong to, so you cannot give anybody a link. Take them out, or ask an administrator to invite.',
  external: 'External guest',
  until: (instant: string) => `Until ${instant}`,
  expired: (instant: string) => `Expired ${instant}`,
  mails: { queued: 'Mail on its way', sent: 'Mail sent', failed: 'The mail was not delivered' },
  mailFailed: (reason: string) => `The mail was not delivered: ${reason}`,
  notOpened: 'Not opened yet',
  opened: (day: string) => `Opened ${day}`,
  downloadsOf: (begun: number, most: number) =>
    `${inFigures(begun)} of ${plural(most, { one: '# download', other: '# downloads' })}`,
  downloads: (count: number) => plural(count, { one: '# download', other: '# downloads' }),
  asked: (day: string) => `Asked for a new link ${day}`,
  remove: 'Remove',
  removeGuest: (email: string) => `Remove ${email}`,
  removeTitle: 'Remove this guest?',
  removeConsequence: (guest: string) =>
    `The link of ${guest} stops working at once, and running downloads end. Other guests keep theirs. A new invitation brings a new link.`,
  removeExpiredConsequence: (guest: string) =>
    `${guest} is taken off the list. The link has ended already. A new invitation brings a new link.`,
  removeAction: 'Remove guest',
  removed: (guest: string) => `${guest} was removed`,
  renew: 'Renew',
  renewGuest: (email: string) => `Renew ${email}`,
  renewTitle: (guest: string) => `Renew ${guest}`,
  renewWords: 'A new link goes out by mail. The old one does not work again.',
  renewed: (guest: string) => `${guest} gets a new link by mail`,
  resend: 'Resend',
  resendAction: 'Resend Invitation',
  resendGuest: (email: string) => `Resend Invitation to ${email}`,
  resendTitle: (guest: string) => `Resend the invitation to ${guest}`,
  resendWords: (instant: string) =>
    `A mail with a new link goes out. It works until ${instant}, as before. The link in the earlier mail stops working at once, and where the share is open by it, it closes.`,
  resendTooSoon: 'The invitation was sent again less than a minute ago. Wait a little before the next time.',
  resent: (guest: string) => `The invitation to ${guest} is on its way again`,
  link: 'Copy link',
  linkOf: (email: string) => `Copy link of ${email}`,
  linkTitle: (guest: string) => `A link for ${guest}`,
  linkWords: (guest: string, instant: string) =>
    `Whoever has it can open the share as ${guest} until ${instant}, so hand it to nobody else. The link in the mail goes on working.`,
  linkOfColleague: (guest: string) =>
    `${guest} is a colleague: the address of the share is all they need, and they sign in to open it.`,
  makeLink: 'Show Link',
  linkHandOver: (guest: string) => `Hand this link to ${guest}. It is shown this once and kept nowhere.`,
  linkMade: (guest: string) => `A link for ${guest} was made`,
  linkUnseen: 'Nobody saw it, as its dialog was closed. Make another one to hand over.',
  linkLabel: 'Link',
  browsers: 'Browsers',
  browsersOf: (email: string) => `Browsers of ${email}`,
  browsersTitle: (guest: string) => `Where ${guest} has this share open`,
  browsersWords:
    'Closing it in a browser takes effect at once. The link itself and downloads that run go on: to stop those too, resend the invitation or remove the guest.',
  browsersList: 'Browsers',
  browsersLoading: 'Loading where it is open',
  browsersNone: 'In no browser at the moment.',
  browserSince: (day: string) => `Opened ${day}`,
  endBrowser: 'Close',
  endBrowserOf: (place: string) => `Close the share in ${place}`,
  browserEnded: 'The share is closed there.',
  done: 'Done',
  loading: 'Loading guests',
  arrivingTitle: 'The guests are being invited',
  arrivingWords:
    'Those named with the share appear here by themselves, and each gets a mail. It takes longer than usual.',
  emptyTitle: 'Nobody is invited yet',
  search: 'Search guests',
  noMatchTitle: 'Nobody matches',
  noMatchWords: (text: string) => `No guest of this share has “${text}” in the name or the address.`,
  showAll: 'Show all guests',
  showMore: (left: number) =>
    plural(left, { one: 'Show more guests (# left)', other: 'Show more guests (# left)' }),
  emptyWords: 'Each guest gets a mail with a link of their own, which ends by itself.',
  disabled: 'This share is disabled: no link works before it is enabled again.',
});
