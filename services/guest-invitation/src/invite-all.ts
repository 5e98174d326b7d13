import { type DurationDays, GUESTS_MAX } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type Guest, type Named, type Refusal, isSameGuest } from './guest.ts';
import type { GuestTransaction } from './invitation-repository.ts';
import { type Invitation, type Inviter, type Words, invite, isExpired, renew } from './invitation.ts';
import { saveRenewal } from './save-change.ts';

/** What is the same for all who are invited at once. */
export interface Terms {
  share: { shareId: string; accountId: string };
  words: Words;
  durationDays: DurationDays;
  invitedAt: Date;
  by: Inviter;
}

type Tools = Terms & { newId: () => string };

/**
 * Invites who is new, renews who expired, and refuses who is active; each with a mail to send. Whoever else would change
 * the guests of the share waits, its deletion too.
 * @throws AppError `not-found` for a share that is gone, `too-large` for more guests than a share can have
 */
export const inviteAll = async (
  transaction: GuestTransaction,
  named: readonly Named[],
  terms: Tools,
): Promise<{ invited: Invitation[]; refused: Refusal[] }> => {
  const { shareId } = terms.share;
  await transaction.invitations.lockShare(shareId);
  if (await transaction.deletedShares.has(shareId)) throw new AppError('not-found');
  const present = await transaction.invitations.lockedOfShare(shareId);
  const now = await transaction.databaseNow();
  const invited: Invitation[] = [];
  const refused: Refusal[] = [];
  for (const each of named) {
    const outcome =
      'reason' in each ? each.reason : await inviteOne(transaction, each.guest, present, now, terms);
    if (typeof outcome === 'string') refused.push({ guest: each.written, reason: outcome });
    else invited.push(outcome);
  }
  assertRoomFor(new Set([...present, ...invited].map(({ id }) => id)).size);
  return { invited, refused };
};

const inviteOne = async (
  transaction: GuestTransaction,
  guest: Guest,
  present: readonly Invitation[],
  now: Date,
  terms: Tools,
): Promise<Invitation | 'already-active'> => {
  const before = guestAmong(present, guest);
  if (before === undefined) return inviteNew(transaction, guest, terms);
  if (!isExpired(before, now)) return 'already-active';
  const isAddressFree = present.every((each) => each === before || !isSameGuest(each, guest));
  const change = renew(before, {
    ...terms,
    now: terms.invitedAt,
    guest: isAddressFree ? guest : { ...guest, email: before.email },
  });
  await saveRenewal(transaction, change, terms.newId());
  return change.invitation;
};

/** A user is found before an address is, which may be another guest's by now. */
const guestAmong = (present: readonly Invitation[], guest: Guest): Invitation | undefined =>
  present.find(({ userId }) => userId !== null && userId === guest.userId) ??
  present.find((each) => isSameGuest(each, guest));

const inviteNew = async (
  { invitations, mails, outbox }: GuestTransaction,
  guest: Guest,
  terms: Tools,
): Promise<Invitation> => {
  const { invitation, events } = invite({ ...terms, id: terms.newId(), guest });
  await invitations.add(invitation);
  await mails.add({ id: terms.newId(), invitationId: invitation.id });
  await outbox.add(events);
  return invitation;
};

/** Ends the unit of work, and so undoes it, where it went too far. */
const assertRoomFor = (guestCount: number): void => {
  if (guestCount > GUESTS_MAX) throw new AppError('too-large', { guestsMax: GUESTS_MAX });
};
