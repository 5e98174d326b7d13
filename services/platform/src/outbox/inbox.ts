import type { RawExecutor } from '../database/client-port.ts';
import type { Sql } from '../database/sql.ts';

/** What a subscription has done, known in the transaction of the effect. */
export interface Inbox {
  /**
   * Notes that the subscription handles the event now; false where it did so before. Waits for a transaction that
   * handles the same event at the same time.
   */
  readonly claim: (subscription: string, eventId: string) => Promise<boolean>;
  /** The same for several events: gives back those that are new. */
  readonly claimAll: (subscription: string, eventIds: readonly string[]) => Promise<ReadonlySet<string>>;
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
  claimAll: async (subscription, eventIds) => {
    const rows = await transaction.$queryRawUnsafe<{ event_id: string }[]>(
      CLAIM_ALL,
      subscription,
      eventIds.toSorted(),
    );
    return new Set(rows.map(({ event_id }) => event_id));
  },
});

/** In one order for all, so that two who claim the same do not wait for each other. */
const CLAIM_ALL = `
  INSERT INTO platform.inbox (subscription, event_id) SELECT $1, unnest($2::text[])
  ON CONFLICT DO NOTHING RETURNING event_id`;

/** Forgets what was handled long ago: no transport repeats a message after that many days. */
export const pruneInbox = async (sql: Sql, keepDays = 14): Promise<void> => {
  await sql.query('DELETE FROM platform.inbox WHERE handled_at < now() - make_interval(days => $1::int)', [
    keepDays,
  ]);
  await sql.query(
    'DELETE FROM platform.interrupted WHERE noted_at < now() - make_interval(days => $1::int)',
    [keepDays],
  );
};
