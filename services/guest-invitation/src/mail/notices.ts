import { type ShareFacts, mailReasonOf } from '@vitrine/contracts';
import type * as z from 'zod';
import { type Invitation, isExpired } from '../invitation.ts';
import { guestUrl, shareUrl } from '../links.ts';
import { oneLine } from '../plain-text.ts';
import { tomorrowOrSoon } from './dates.ts';
import type { Notice } from './notice.ts';
import type { MailWords } from './words.ts';

type Facts = z.infer<typeof ShareFacts>;

/** What is so as a mail goes out, and what it is written in. */
export interface About {
  share: Facts;
  publicUrl: string;
  now: Date;
  words: MailWords;
}

/** To the guest, a day before the end. */
export const endsSoon = (
  about: About,
  { expiresAt }: Pick<Invitation, 'expiresAt'>,
  secret: string,
): Notice => {
  const { share, now, words } = about;
  const title = oneLine(share.title);
  return {
    subject: words.endsSoon.subject(title, tomorrowOrSoon(expiresAt, now)),
    lead: words.sharedWithYou(oneLine(share.ownerName)),
    title,
    names: [],
    sentence: words.endsSoon.words(words.instant(expiresAt)),
    action: { label: words.openShare, link: guestUrl(about, secret) },
    footnotes: [`${words.forYouAlone} ${words.endsSoon.oneBefore}`],
  };
};

/** To the owner: somebody stands before a door that does not open. */
export const linkRequested = (about: About, guest: Invitation): Notice => {
  const { subject, lead, footnote } = about.words.linkRequested;
  return {
    ...toGuestsOf(about),
    subject: subject(guest.email, oneLine(about.share.title)),
    lead: lead(guest.email),
    sentence: whyItDoesNotOpen(about, guest),
    footnotes: [footnote],
  };
};

/** To the owner, a day before the end of what nobody looked at. */
export const unopenedSoon = (about: About, guests: readonly Invitation[]): Notice => {
  const { words, now, share } = about;
  const { subject, lead, words: sentence, footnote } = words.unopenedSoon;
  const end = earliest(guests);
  const when = tomorrowOrSoon(end, now);
  return {
    ...toGuestsOf(about),
    subject: subject(oneLine(share.title), when, addressesOf(guests)),
    lead: lead(when),
    names: addressesOf(guests),
    sentence: sentence(guests.length, words.instant(end)),
    footnotes: [footnote],
  };
};

/** To the owner, at the end of what nobody looked at. */
export const endedUnopened = (about: About, guests: readonly Invitation[]): Notice => {
  const { words, share } = about;
  const { subject, lead, words: sentence, footnote } = words.endedUnopened;
  return {
    ...toGuestsOf(about),
    subject: subject(oneLine(share.title), addressesOf(guests)),
    lead,
    names: addressesOf(guests),
    sentence: sentence(guests.length, words.instant(earliest(guests))),
    footnotes: [footnote],
  };
};

/** To the owner: the mail server refused invitations, and they are not tried again. */
export const deliveryFailed = (
  about: About,
  failures: readonly { email: string; reason: string }[],
): Notice => {
  const { subject, words: sentence, footnote } = about.words.deliveryFailed;
  const said = subject(addressesOf(failures));
  return {
    ...toGuestsOf(about),
    subject: said,
    lead: said,
    names: failures.map(({ email, reason }) => `${email}: ${reasonIn(about.words, reason)}`),
    sentence,
    footnotes: [footnote],
  };
};

/** What is the same in all mails to an owner: they lead to the guests of the share. */
const toGuestsOf = (about: About) => ({
  title: oneLine(about.share.title),
  names: [],
  action: {
    label: about.words.openGuests,
    link: `${shareUrl(about, about.share.shareId)}?tab=guests`,
  },
});

const whyItDoesNotOpen = (
  { share, now, words: { linkRequested: why, instant } }: About,
  { removedAt, expiresAt }: Invitation,
): string => {
  if (removedAt !== null) return why.removed;
  if (isExpired({ expiresAt }, now)) return why.ended(instant(expiresAt));
  return share.isOpen ? why.works(instant(expiresAt)) : why.disabled;
};

/** A mail server's own words stay as they are. */
const reasonIn = ({ reasons }: MailWords, said: string): string => {
  const reason = mailReasonOf(said);
  return reason === null ? said : reasons[reason];
};

const addressesOf = (guests: readonly { email: string }[]): string[] => guests.map(({ email }) => email);

const earliest = (guests: readonly Invitation[]): Date =>
  new Date(Math.min(...guests.map(({ expiresAt }) => expiresAt.getTime())));
