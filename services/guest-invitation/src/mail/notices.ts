import type { ShareFacts } from '@vitrine/contracts';
import type * as z from 'zod';
import { type Invitation, isExpired } from '../invitation.ts';
import { oneLine } from '../plain-text.ts';
import { instantOf, tomorrowOrSoon } from './dates.ts';
import type { Notice } from './notice.ts';

type Facts = z.infer<typeof ShareFacts>;

/** What is so as a mail goes out. */
export interface About {
  share: Facts;
  publicUrl: string;
  now: Date;
}

/** To the guest, a day before the end. */
export const endsSoon = (
  { share, publicUrl, now }: About,
  { expiresAt }: Pick<Invitation, 'expiresAt'>,
  secret: string,
): Notice => {
  const title = oneLine(share.title);
  const when = tomorrowOrSoon(expiresAt, now);
  return {
    subject: `“${title}” closes for you ${when}`,
    lead: `${oneLine(share.ownerName)} shared with you`,
    title,
    names: [],
    words: `You can see and download this until ${instantOf(expiresAt)}. Take what you need before then.`,
    action: { label: 'Open share', link: `${publicUrl}/guest/${secret}` },
    footnotes: [
      'This link is for you alone. Please keep it to yourself. The one you had works until then, too.',
    ],
  };
};

/** To the owner: somebody stands before a door that does not open. */
export const linkRequested = (about: About, guest: Invitation): Notice => ({
  ...toGuestsOf(about),
  subject: `${guest.email} asks for a new link to “${oneLine(about.share.title)}”`,
  lead: `${guest.email} asks for a new link`,
  words: whyItDoesNotOpen(about, guest),
  footnotes: ['Nothing changes before you do it. A guest can ask once a day.'],
});

/** To the owner, a day before the end of what nobody looked at. */
export const unopenedSoon = (about: About, guests: readonly Invitation[]): Notice => {
  const when = tomorrowOrSoon(earliest(guests), about.now);
  return {
    ...toGuestsOf(about),
    subject: `“${oneLine(about.share.title)}” expires ${when} and was never opened by ${whoOf(guests)}`,
    lead: `Expires ${when} and was never opened`,
    names: guests.map(({ email }) => email),
    words: `${guests.length === 1 ? 'The link works' : 'The links work'} until ${instantOf(earliest(guests))}. If a mail was lost, resend the invitation.`,
    footnotes: ['A resent invitation has a new link with the same end.'],
  };
};

/** To the owner, at the end of what nobody looked at. */
export const endedUnopened = (about: About, guests: readonly Invitation[]): Notice => ({
  ...toGuestsOf(about),
  subject: `“${oneLine(about.share.title)}” expired and was never opened by ${whoOf(guests)}`,
  lead: 'Expired and was never opened',
  names: guests.map(({ email }) => email),
  words: `${guests.length === 1 ? 'The link' : 'The links'} ended on ${instantOf(earliest(guests))}. Renew a guest to give a new link.`,
  footnotes: ['Guests whose links have expired are listed at the bottom of the Guests tab.'],
});

/** To the owner: the mail server refused invitations, and they are not tried again. */
export const deliveryFailed = (
  about: About,
  failures: readonly { email: string; reason: string }[],
): Notice => {
  const said = `The invitation${failures.length === 1 ? '' : 's'} to ${whoOf(failures)} could not be delivered`;
  return {
    ...toGuestsOf(about),
    subject: said,
    lead: said,
    names: failures.map(({ email, reason }) => `${email}: ${reason}`),
    words:
      'This is why. If the address is right, resend the invitation; if it is not, remove the guest and invite the right one.',
    footnotes: ['It is not tried again by itself.'],
  };
};

/** What is the same in all mails to an owner: they lead to the guests of the share. */
const toGuestsOf = ({ share, publicUrl }: About) => ({
  title: oneLine(share.title),
  names: [],
  action: { label: 'Open guests', link: `${publicUrl}/shares/${share.shareId}?tab=guests` },
});

const whyItDoesNotOpen = ({ share, now }: About, { removedAt, expiresAt }: Invitation): string => {
  if (removedAt !== null)
    return 'This guest was removed, so the link is dead. Invite them again if they are to have access.';
  if (isExpired({ expiresAt }, now))
    return `The link ended on ${instantOf(expiresAt)}. Renew the guest to give a new one.`;
  if (!share.isOpen) return 'The share is disabled, so no link opens it. Enable it to bring the links back.';
  return `There is a link that works until ${instantOf(expiresAt)}. Resend the invitation if it was lost.`;
};

const whoOf = ([first, ...others]: readonly { email: string }[]): string =>
  others.length === 0 ? (first?.email ?? '') : `${others.length + 1} guests`;

const earliest = (guests: readonly Invitation[]): Date =>
  new Date(Math.min(...guests.map(({ expiresAt }) => expiresAt.getTime())));
