import type { UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { as } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { remove } from '../invitation.ts';
import { saveRemovals } from '../save-change.ts';

/** Removes one guest: the link and every session and download of it end at once. Touches no other guest. */
export const removeGuest =
  ({ database, clients }: GuestDeps) =>
  async ({ id, guestId }: { id: string; guestId: string }, actor: UserActor): Promise<void> => {
    await clients.share.managedBy({ shareId: id }, as(actor));
    await database.inTransaction(async (transaction) => {
      const before = await transaction.invitations.locked(guestId);
      if (before?.shareId !== id) throw new AppError('not-found');
      const by = { id: actor.userId, name: actor.name };
      await saveRemovals(transaction, [remove(before, await transaction.databaseNow(), by)]);
    });
  };
