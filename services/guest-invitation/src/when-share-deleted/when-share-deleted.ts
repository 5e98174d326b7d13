import { ShareDeletedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import { remove } from '../invitation.ts';

/** The guests of a share go with it. */
export const whenShareDeleted = on(ShareDeletedV1, async ({ data }, transaction: GuestTransaction) => {
  const { invitations, deletedShares, outbox, databaseNow } = transaction;
  await deletedShares.keep(data.shareId);
  await invitations.lockShare(data.shareId);
  const now = await databaseNow();
  const by = data.actorId === null ? null : { id: data.actorId, name: data.actorName ?? '' };
  for (const before of await invitations.ofShare(data.shareId)) {
    const { invitation, events } = remove(before, now, by);
    await invitations.save(invitation);
    await outbox.add(events);
  }
});
