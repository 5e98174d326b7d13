import { MAIL_REASONS, type MailLanguage, type MailReason } from '@vitrine/contracts';
import type { Ahead } from './dates.ts';
import { inLocale } from './locale.ts';

const { instant, plural } = inLocale('en-GB');
const language = 'en' as MailLanguage;
const direction = 'ltr' as 'ltr' | 'rtl';

/** One guest by the address, several by their number. */
const whoAre = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : plural(others.length + 1, { other: '# guests' });
const links = (count: number): string => plural(count, { one: 'The link', other: 'The links' });

/**
 * All that mails say, in English. A translation has the same type, so that a word that is missing does not compile. All of
 * it is text: what is written as HTML is escaped where it is.
 */
export const english = {
  language,
  direction,
  /** An instant, with its zone. */
  instant,
  quoted: (text: string) => `“${text}”`,
  andMore: (count: number) => plural(count, { other: 'and # more' }),
  openShare: 'Open share',
  forYouAlone: 'This link is for you alone. Please keep it to yourself.',
  sharedWithYou: (sharedBy: string) => `${sharedBy} shared with you`,
  invitation: {
    subject: (sharedBy: string, title: string) => `${sharedBy} shared “${title}” with you`,
    sentence: (sharedBy: string, title: string) => `${sharedBy} shared “${title}” with you.`,
    files: (count: number) =>
      plural(count, { one: '# file to see and to download', other: '# files to see and to download' }),
    until: (end: string) => `until ${end}`,
    filesUntil: (count: number, end: string) =>
      plural(count, {
        one: `# file, yours to see and to download until ${end}.`,
        other: `# files, yours to see and to download until ${end}.`,
      }),
    replacesLink: 'The link in our earlier mail does not open anything any more.',
    underShares: 'You also find this share under Shares when you are signed in.',
  },
  code: {
    lead: 'Your code to open',
    subject: (title: string) => `Your code to open “${title}”`,
    words: 'Type this code on the page where you opened your invitation.',
    footnotes: (minutes: number) => [
      plural(minutes, {
        one: 'It works once, in the browser that asked for it, for # minute.',
        other: 'It works once, in the browser that asked for it, for # minutes.',
      }),
      'If you did not ask for it, you can ignore this mail: without the code nobody gets in.',
    ],
  },
  endsSoon: {
    subject: (title: string, when: Ahead) => `“${title}” closes for you ${when}`,
    words: (end: string) => `You can see and download this until ${end}. Take what you need before then.`,
    oneBefore: 'The one you had works until then, too.',
  },
  /** Why a mail failed, where the reason is ours. */
  reasons: MAIL_REASONS as Record<MailReason, string>,
  openGuests: 'Open guests',
  linkRequested: {
    subject: (email: string, title: string) => `${email} asks for a new link to “${title}”`,
    lead: (email: string) => `${email} asks for a new link`,
    removed: 'This guest was removed, so the link is dead. Invite them again if they are to have access.',
    ended: (end: string) => `The link ended on ${end}. Renew the guest to give a new one.`,
    disabled: 'The share is disabled, so no link opens it. Enable it to bring the links back.',
    works: (end: string) => `There is a link that works until ${end}. Resend the invitation if it was lost.`,
    footnote: 'Nothing changes before you do it. A guest can ask once a day.',
  },
  unopenedSoon: {
    subject: (title: string, when: Ahead, emails: readonly string[]) =>
      `“${title}” expires ${when} and was never opened by ${whoAre(emails)}`,
    lead: (when: Ahead) => `Expires ${when} and was never opened`,
    words: (count: number, end: string) =>
      `${links(count)} ${count === 1 ? 'works' : 'work'} until ${end}. If a mail was lost, resend the invitation.`,
    footnote: 'A resent invitation has a new link with the same end.',
  },
  endedUnopened: {
    subject: (title: string, emails: readonly string[]) =>
      `“${title}” expired and was never opened by ${whoAre(emails)}`,
    lead: 'Expired and was never opened',
    words: (count: number, end: string) =>
      `${links(count)} ended on ${end}. Renew a guest to give a new link.`,
    footnote: 'Guests whose links have expired are listed at the bottom of the Guests tab.',
  },
  deliveryFailed: {
    subject: (emails: readonly string[]) =>
      plural(emails.length, {
        one: `The invitation to ${whoAre(emails)} could not be delivered`,
        other: `The invitations to ${whoAre(emails)} could not be delivered`,
      }),
    words:
      'This is why. If the address is right, resend the invitation; if it is not, remove the guest and invite the right one.',
    footnote: 'It is not tried again by itself.',
  },
  recovery: {
    subject: 'Set a new password',
    lead: 'Forgot your password?',
    greeting: (name: string) => `Hello ${name},`,
    words: 'Somebody asked for a new password for your account at Vitrine. If it was you, set one here.',
    action: 'Set a new password',
    footnotes: [
      'The link works once, for one hour. You are then signed out everywhere, and your API tokens end.',
      'If you did not ask for it, you can ignore this mail: nothing changes.',
    ],
  },
};
export type MailWords = typeof english;
