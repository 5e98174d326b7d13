import type { GuestRepositories } from '../invitation-repository.ts';
import { isExpired } from '../invitation.ts';
import type { MailKind, MailSend } from '../mail-repository.ts';
import type { Notice } from '../mail/notice.ts';
import { type About, deliveryFailed, endedUnopened, linkRequested, unopenedSoon } from '../mail/notices.ts';

type NoticeOf = (repositories: GuestRepositories, mail: MailSend, about: About) => Promise<Notice | null>;

/** What the owner is told now; null where nothing of it is so any more. */
export const noticeToOwner: NoticeOf = async (repositories, mail, about) =>
  (await NOTICES[mail.kind]?.(repositories, mail, about)) ?? null;

const asked: NoticeOf = async ({ invitations }, { invitationId }, about) => {
  const guest = await invitations.everById(invitationId);
  return guest && linkRequested(about, guest);
};

/** The guests of whom it is still true. */
const unopened =
  (isOver: boolean, noticeOf: typeof endedUnopened): NoticeOf =>
  async ({ invitations }, mail, about) => {
    const guests = (await invitations.byIds(mail.about)).filter(
      (guest) => guest.openedAt === null && isExpired(guest, about.now) === isOver,
    );
    return guests.length === 0 ? null : noticeOf(about, guests);
  };

const failed: NoticeOf = async ({ invitations, mails }, mail, about) => {
  const newest = await mails.newestOf(mail.about);
  const guests = (await invitations.byIds(mail.about)).filter(({ id }) => newest.get(id)?.state === 'failed');
  const failures = guests.map(({ id, email }) => ({ email, reason: newest.get(id)?.error ?? '' }));
  return failures.length === 0 ? null : deliveryFailed(about, failures);
};

const NOTICES: Partial<Record<MailKind, NoticeOf>> = {
  'link-requested': asked,
  'delivery-failed': failed,
  'unopened-soon': unopened(false, unopenedSoon),
  'ended-unopened': unopened(true, endedUnopened),
};
