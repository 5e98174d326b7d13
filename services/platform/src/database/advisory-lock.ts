import type { Pool, PoolClient } from 'pg';

/** How an attempt under a lock ended: the work ran, or somebody else held the lock. */
export type LockOutcome = 'ran' | 'busy';

/**
 * Runs the work while this process holds the advisory lock of that name in the database; does nothing where another
 * holds it. The lock ends with the connection, so that a process that dies never keeps it.
 */
export const underAdvisoryLock =
  (pool: Pool) =>
  async (name: string, work: () => Promise<void>): Promise<LockOutcome> => {
    const client = await pool.connect();
    let isUnlocked = true;
    try {
      if (!(await tryLock(client, name))) return 'busy';
      isUnlocked = false;
      try {
        await work();
      } finally {
        await unlock(client, name);
        isUnlocked = true;
      }
      return 'ran';
    } finally {
      // A connection that may still hold the lock goes back to nobody.
      client.release(!isUnlocked);
    }
  };

const tryLock = async (client: PoolClient, name: string): Promise<boolean> => {
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
    [name],
  );
  return rows[0]?.locked === true;
};

const unlock = (client: PoolClient, name: string) =>
  client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]);
