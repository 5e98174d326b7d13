import type { GuestView, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { as } from '../clients.ts';
import { demandRoom } from '../demand-room.ts';
import type { GuestDeps } from '../deps.ts';
import { guestView } from '../guest-view.ts';
import { assertGuest } from '../invitation-policy.ts';
import { isExpired, resend, secondsToResend } from '../invitation.ts';
import { underPolicyOfShare } from '../policy-of-share.ts';
import { saveRenewals } from '../save-change.ts';

/**
 * Sends the invitation of a guest again within its life. Only the hash of its secret is kept, so the mail carries a new
 * one, and the link before is dead; a mail that still waits goes out as this one.
 * @throws AppError `guest-expired` for one who needs a new end too, `too-many-requests` within a minute of the last time
 */
export const resendInvitation =
  (deps: GuestDeps) =>
  async ({ id, guestId }: { id: string; guestId: string }, actor: UserActor): Promise<GuestView> => {
    const { clients, newId, onMailQueued } = deps;
    const share = await clients.share.managedBy({ shareId: id }, as(actor));
    const view = await underPolicyOfShare(deps, share, async (transaction, policy) => {
      const before = await transaction.invitations.locked(guestId);
      if (before?.shareId !== id) throw new AppError('not-found');
      const now = await transaction.databaseNow();
      if (isExpired(before, now)) throw new AppError('guest-expired');
      assertGuest(policy, before);
      const retryAfterSeconds = secondsToResend(before, now);
      if (retryAfterSeconds !== null) throw new AppError('too-many-requests', { retryAfterSeconds });
      const change = resend(before, now, { id: actor.userId, name: actor.name });
      await demandRoom(transaction, policy, { userId: actor.userId, count: 1 });
      await saveRenewals(transaction, [change], newId);
      return guestView(change.invitation, undefined, now);
    });
    onMailQueued();
    return view;
  };
