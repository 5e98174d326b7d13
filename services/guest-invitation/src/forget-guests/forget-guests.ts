import type { Log } from '@vitrine/platform/log/log.ts';
import { AS_GUEST_INVITATION } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { saveRemovals } from '../save-change.ts';
import { forget } from './forget.ts';

const AT_ONCE = 100;

type Deps = Pick<GuestDeps, 'database' | 'clients'> & { readonly log: Log };

/**
 * Removes what names external guests once their invitations are over for as long as the policy of the account says,
 * and tells it, so that whoever wrote it down removes it as well. Safe to run anywhere, at once and again.
 */
export const forgetGuests =
  ({ database, clients, log }: Deps) =>
  async (): Promise<void> => {
    for (const accountId of await database.repositories.forgetting.accounts()) {
      const { guestDataDays } = await clients.identity.policyOf({ accountId }, AS_GUEST_INVITATION);
      if (guestDataDays === null) continue;
      const guests = await forgetAll(database, accountId, guestDataDays);
      if (guests > 0) log.info({ accountId, guests, guestDataDays }, 'removed what named guests');
    }
  };

const forgetAll = async (database: Deps['database'], accountId: string, days: number): Promise<number> => {
  for (let count = 0; ;) {
    const forgotten = await database.inTransaction(async (transaction) => {
      const ids = await transaction.forgetting.lockedIds(accountId, days, AT_ONCE);
      const now = await transaction.databaseNow();
      const guests = await transaction.invitations.everByIds(ids);
      await saveRemovals(
        transaction,
        guests.map((guest) => forget(guest, now)),
      );
      await transaction.forgetting.clearTraces(ids);
      return ids.length;
    });
    count += forgotten;
    if (forgotten < AT_ONCE) return count;
  }
};
