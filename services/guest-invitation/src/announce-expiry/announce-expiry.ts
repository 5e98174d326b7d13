import type { GuestDeps } from '../deps.ts';
import { tellExpiry } from '../invitation.ts';
import { newsOfUnopened } from '../reminders.ts';
import { saveChanges } from '../save-change.ts';

const AT_ONCE = 100;

/**
 * Tells of the invitations whose end has come, and the owner of a share of those that were never opened. The end itself
 * needs nobody: each request reads the clock.
 */
export const announceExpiry =
  ({ database, newId }: Pick<GuestDeps, 'database' | 'newId'>) =>
  async (): Promise<void> => {
    for (;;) {
      const told = await database.inTransaction(async (transaction) => {
        const ended = await transaction.invitations.lockedToTell(AT_ONCE);
        await saveChanges(transaction, ended.map(tellExpiry));
        for (const news of newsOfUnopened(ended, 'ended-unopened'))
          await transaction.mails.tellOwner({ ...news, id: newId() });
        return ended.length;
      });
      if (told < AT_ONCE) return;
    }
  };
