import type { RawExecutor } from '../database/client-port.ts';
import type { Sql } from '../database/sql.ts';

/** What a subscription has done, known in the transaction of the effect. */
export interface Inbox {
  /**
   * Notes that the subscription handles the event now; false where it did so before. Waits for a transaction that
   * handles the same event at the same time.
   */
  readonly claim: (subscription: string, eventId: string) => Promise<boolean>;
}

/** The inbox within a transaction. */
export const inboxWithin = (transaction: RawExecutor): Inbox => ({
  claim: async (subscription, eventId) => {
    const count = await transaction.$executeRawUnsafe(
      'INSERT INTO platform.inbox (subscription, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      subscription,
      eventId,
    );
    return count === 1;
  },
});

/** Forgets what was handled long ago: no transport repeats a message after that many days. */
export const pruneInbox = async (sql: Sql, keepDays = 14): Promise<void> => {
  await sql.query('DELETE FROM platform.inbox WHERE handled_at < now() - make_interval(days => $1::int)', [
    keepDays,
  ]);
};
