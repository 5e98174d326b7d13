import type { DurationDays } from '@vitrine/contracts';
import { type Guest, type Named, type Refusal, isSameGuest } from './guest.ts';
import {
  type Change,
  type Invitation,
  type Inviter,
  type Words,
  invite,
  isExpired,
  renew,
} from './invitation.ts';

/** What is the same for all who are invited at once. */
export interface Terms {
  share: { shareId: string; accountId: string };
  words: Words;
  durationDays: DurationDays;
  invitedAt: Date;
  by: Inviter;
}

/** What comes of inviting one who was named. */
export type Outcome = { invited: Change } | { renewed: Change } | { refused: Refusal };

/** Invites who is new to the share, renews who expired, and refuses who is active; in the order named. */
export const inviteNamed = (
  named: readonly Named[],
  present: readonly Invitation[],
  terms: Terms & { now: Date; newId: () => string },
): Outcome[] =>
  named.map((each): Outcome => {
    if ('reason' in each) return { refused: { guest: each.written, reason: each.reason } };
    const before = guestAmong(present, each.guest);
    if (before === undefined) return { invited: invite({ ...terms, id: terms.newId(), guest: each.guest }) };
    if (isExpired(before, terms.now)) return { renewed: renewAs(each.guest, before, present, terms) };
    return { refused: { guest: each.written, reason: 'already-active' } };
  });

/** A user is found before an address is, which may be another guest's by now. */
const guestAmong = (present: readonly Invitation[], guest: Guest): Invitation | undefined =>
  present.find(({ userId }) => userId !== null && userId === guest.userId) ??
  present.find((each) => isSameGuest(each, guest));

const renewAs = (guest: Guest, before: Invitation, present: readonly Invitation[], terms: Terms): Change => {
  const isAddressFree = present.every((each) => each === before || !isSameGuest(each, guest));
  const renewed = isAddressFree ? guest : { ...guest, email: before.email };
  return renew(before, { ...terms, now: terms.invitedAt, guest: renewed });
};
