import type { Actor } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import type { GuestDeps } from '../deps.ts';
import { isExpired, open } from '../invitation.ts';
import { saveChanges } from '../save-change.ts';

/** Keeps that a user of the account opened what they are invited to, where they are signed in and need no link. */
export const openAsUser =
  ({ database }: Pick<GuestDeps, 'database'>) =>
  async ({ userId, shareId }: { userId: string; shareId: string }, actor: Actor): Promise<void> => {
    serviceOf(actor);
    await database.inTransaction(async (transaction) => {
      const { invitations, databaseNow } = transaction;
      const found = await invitations.ofUserToShare(userId, shareId);
      const before = found === null ? null : await invitations.locked(found.id);
      const now = await databaseNow();
      if (before === null || isExpired(before, now)) return;
      await saveChanges(transaction, [open(before, now)]);
    });
  };
