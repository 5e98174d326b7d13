import { ShareDeletedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import { remove } from '../invitation.ts';
import { saveRemovals } from '../save-change.ts';

/** The guests of a share go with it. */
export const whenShareDeleted = on(ShareDeletedV1, async ({ data }, transaction: GuestTransaction) => {
  const { invitations, deletedShares, promisedDomains, databaseNow } = transaction;
  await invitations.lockShare(data.shareId);
  await deletedShares.keep(data.shareId);
  await promisedDomains.removeAllOf(data.shareId);
  const now = await databaseNow();
  const by = data.actorId === null ? null : { id: data.actorId, name: data.actorName ?? '' };
  const present = await invitations.lockedOfShare(data.shareId);
  await saveRemovals(
    transaction,
    present.map((before) => remove(before, now, by)),
  );
});
