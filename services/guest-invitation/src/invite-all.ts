import type { DurationDays } from '@vitrine/contracts';
import type { Guest, Refusal } from './guest.ts';
import type { GuestTransaction } from './invitation-repository.ts';
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

const changeFor = (
  guest: Guest,
  present: readonly Invitation[],
  terms: Terms & { now: Date; newId: () => string },
): Change | null => {
  const before = present.find(({ email }) => email.toLowerCase() === guest.email.toLowerCase());
  if (before === undefined) return invite({ ...terms, id: terms.newId(), guest });
  if (!isExpired(before, terms.now)) return null;
  return renew(before, { ...terms, now: terms.invitedAt });
};

/** Invites who is new, renews who expired, and refuses who is active; each with a mail to send. */
export const inviteAll = async (
  transaction: GuestTransaction,
  guests: readonly Guest[],
  terms: Terms & { newId: () => string },
): Promise<{ invited: Invitation[]; refused: Refusal[] }> => {
  const { invitations, mails, outbox, databaseNow } = transaction;
  await invitations.lockShare(terms.share.shareId);
  const present = await invitations.ofShare(terms.share.shareId);
  const now = await databaseNow();
  const invited: Invitation[] = [];
  const refused: Refusal[] = [];
  for (const guest of guests) {
    const change = changeFor(guest, present, { ...terms, now });
    if (change === null) {
      refused.push({ guest: guest.email, reason: 'already-active' });
      continue;
    }
    await (change.invitation.version === 1 ? invitations.add : invitations.save)(change.invitation);
    await mails.add({ id: terms.newId(), invitationId: change.invitation.id });
    await outbox.add(change.events);
    invited.push(change.invitation);
  }
  return { invited, refused };
};
