import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { withinTime } from '../schedule/within-time.ts';
import type { Log } from '../log/log.ts';
import { inboxWithin } from '../outbox/inbox.ts';
import { outboxWithin } from '../outbox/outbox.ts';
import { underAdvisoryLock } from './advisory-lock.ts';
import type { LockOutcome } from './advisory-lock.ts';
import type { IsolationLevel, RawExecutor } from './client-port.ts';
import type { DatabaseDefinition, InTransaction } from './define-database.ts';
import { connectEnsuringDatabase } from './ensure-database.ts';
import { createIdempotency, oncePerStep } from './idempotency.ts';
import type { Idempotency } from './idempotency.ts';
import { migrate, PRISMA_MIGRATIONS } from './migrate.ts';
import { openPool } from './open-pool.ts';
import { repeatOnConflict } from './repeat-on-conflict.ts';
import { sqlOn } from './sql.ts';
import type { Sql } from './sql.ts';

/** The open database of one service. */
export interface Database<Repositories> {
  /**
   * Runs the work in one transaction, at most 15 s, READ COMMITTED unless said otherwise. Repeated where the database
   * ended it because of a neighbour: the work does no I/O but on what it is handed.
   */
  readonly inTransaction: <T>(
    work: (ports: InTransaction<Repositories>) => Promise<T>,
    options?: { readonly isolation?: IsolationLevel },
  ) => Promise<T>;
  /** For reads outside of a transaction. */
  readonly repositories: Repositories;
  readonly sql: Sql;
  /** Answers a request once, with the transactions that it makes of this database. */
  readonly once: Idempotency['once'];
  /** Runs the work if no other process holds the lock of that name. */
  readonly underLock: (name: string, work: () => Promise<void>) => Promise<LockOutcome>;
  /** Calls the listener after each commit that added events; gives back what ends that. */
  readonly onEventsCommitted: (listener: () => void) => () => void;
  readonly outboxStats: () => Promise<{ readonly count: number; readonly oldestAgeSeconds: number }>;
  /** Rejects where the database does not answer within two seconds. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const LIMITS = { maxWait: 15_000, timeout: 15_000 };
const PING_TIMEOUT_MS = 2_000;
const PLATFORM_MIGRATIONS = {
  folder: new URL('../../migrations', import.meta.url),
  schema: 'platform',
  table: '_platform_migrations',
};

/** Opens the database of a service: makes it where it is missing, applies the migrations, connects lazily. */
export const openDatabase = async <Transaction extends RawExecutor, Repositories extends object>(
  options: DatabaseDefinition<Transaction, Repositories> & { readonly url: string; readonly log: Log },
): Promise<Database<Repositories>> => {
  await prepare(options.url, options.migrations);
  const pool = openPool(options.url, options.log);
  const lockPool = openPool(options.url, options.log);
  const client = options.createClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
  const committed = listeners();
  const onPool = portsOfPool(pool);
  // Jobs that held all connections of one pool by their locks would wait for one more to work with, each for the other.
  const underLock = underAdvisoryLock(lockPool);
  const idempotency = createIdempotency(onPool.sql);
  const inTransaction: Database<Repositories>['inTransaction'] = async (work, { isolation } = {}) => {
    const limits = { ...LIMITS, ...(isolation === undefined ? {} : { isolationLevel: isolation }) };
    const step = idempotency.nextStep();
    const { result, hasEvents } = await repeatOnConflict(() =>
      client.$transaction(async (transaction) => {
        const outbox = outboxWithin(transaction);
        const ports = { ...options.repositories(transaction), inbox: inboxWithin(transaction), outbox };
        const result = await oncePerStep(transaction, step, () => work(ports));
        return { result, hasEvents: outbox.hasEvents() };
      }, limits),
    );
    if (hasEvents) committed.call();
    return result;
  };
  return {
    inTransaction,
    repositories: options.repositories(client),
    ...onPool,
    underLock,
    once: idempotency.once,
    onEventsCommitted: committed.add,
    close: async () => {
      await client.$disconnect();
      await Promise.all([pool.end(), lockPool.end()]);
    },
  };
};

const prepare = async (url: string, migrations: URL | string): Promise<void> => {
  const client = await connectEnsuringDatabase(url);
  try {
    await migrate(client, [PLATFORM_MIGRATIONS, { folder: migrations, ...PRISMA_MIGRATIONS }]);
  } finally {
    await client.end();
  }
};

const portsOfPool = (pool: Pool) => {
  const sql = sqlOn(pool);
  return {
    sql,
    ping: async () => {
      await withinTime(pool.query('SELECT 1'), PING_TIMEOUT_MS, 'The database does not answer.');
    },
    outboxStats: async () => {
      const [row] = await sql.query<{ count: number; oldestAgeSeconds: number }>(
        `SELECT count(*)::int AS count,
                coalesce(extract(epoch FROM now() - min(added_at)), 0)::float8 AS "oldestAgeSeconds"
         FROM platform.outbox`,
      );
      return row ?? { count: 0, oldestAgeSeconds: 0 };
    },
  };
};

const listeners = () => {
  const all = new Set<() => void>();
  return {
    add: (listener: () => void) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    call: () => {
      for (const listener of all) listener();
    },
  };
};
