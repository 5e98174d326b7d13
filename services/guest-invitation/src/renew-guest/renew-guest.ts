import type { DurationDays, GuestView, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { as } from '../clients.ts';
import { demandRoom } from '../demand-room.ts';
import type { GuestDeps } from '../deps.ts';
import { guestView } from '../guest-view.ts';
import { assertDuration, assertGuest } from '../invitation-policy.ts';
import { isExpired, renew } from '../invitation.ts';
import { assertOwnDomains, underPolicyOfShare } from '../policy-of-share.ts';
import { saveRenewals } from '../save-change.ts';

interface RenewGuest {
  id: string;
  guestId: string;
  durationDays: DurationDays;
}

/** Gives an expired guest a new secret and a new end. @throws AppError `guest-still-active` for one who has a link */
export const renewGuest =
  (deps: GuestDeps) =>
  async ({ id, guestId, durationDays }: RenewGuest, actor: UserActor): Promise<GuestView> => {
    const { clients, newId, onMailQueued } = deps;
    const share = await clients.share.managedBy({ shareId: id }, as(actor));
    const view = await underPolicyOfShare(deps, share, async (transaction, policy, domainIds) => {
      assertOwnDomains(actor, domainIds);
      assertDuration(policy, durationDays);
      const before = await transaction.invitations.locked(guestId);
      if (before?.shareId !== id) throw new AppError('not-found');
      const now = await transaction.databaseNow();
      if (!isExpired(before, now)) throw new AppError('guest-still-active');
      assertGuest(policy, before);
      const words = { message: null, hasShareMessage: false, language: before.language };
      const by = { id: actor.userId, name: actor.name };
      const change = renew(before, { durationDays, words, now, by });
      await demandRoom(transaction, policy, { userId: actor.userId, count: 1 });
      await saveRenewals(transaction, [change], newId);
      return guestView(change.invitation, undefined, now);
    });
    onMailQueued();
    return view;
  };
