import type { GuestDatabase } from '../invitation-repository.ts';
import { tellExpiry } from '../invitation.ts';
import { saveChanges } from '../save-change.ts';

const AT_ONCE = 100;

/** Tells of the invitations whose end has come. The end itself needs nobody: each request reads the clock. */
export const announceExpiry = (database: Pick<GuestDatabase, 'inTransaction'>) => async (): Promise<void> => {
  for (;;) {
    const told = await database.inTransaction(async (transaction) => {
      const ended = await transaction.invitations.lockedToTell(AT_ONCE);
      await saveChanges(transaction, ended.map(tellExpiry));
      return ended.length;
    });
    if (told < AT_ONCE) return;
  }
};
