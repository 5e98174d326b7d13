import { randomBytes } from 'node:crypto';
import type { CloudEvent } from '@vitrine/contracts';
import { Client, escapeIdentifier } from 'pg';
import type { RawExecutor } from '../database/client-port.ts';
import { databaseUrl } from '../database/database-url.ts';
import type { DatabaseDefinition } from '../database/define-database.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Database } from '../database/open-database.ts';
import { quietLog } from './quiet-log.ts';

/** A fresh database of one test file. */
export interface TestDatabase<Repositories> extends Database<Repositories> {
  readonly url: string;
  /** The events that stand in the outbox, in order; a running relay takes them out. */
  readonly publishedEvents: () => Promise<CloudEvent[]>;
  /** Closes and removes it. */
  readonly drop: () => Promise<void>;
}

/** Opens a database that nobody else uses, with the migrations applied. */
export const openTestDatabase = async <Transaction extends RawExecutor, Repositories extends object>(
  definition: DatabaseDefinition<Transaction, Repositories>,
): Promise<TestDatabase<Repositories>> => {
  const url = freshDatabaseUrl();
  const database = await openDatabase({ ...definition, url, log: quietLog });
  return {
    ...database,
    url,
    publishedEvents: async () => {
      const rows = await database.sql.query<{ event: CloudEvent }>(
        'SELECT event FROM platform.outbox ORDER BY seq',
      );
      return rows.map(({ event }) => event);
    },
    drop: async () => {
      await database.close();
      await dropDatabase(url);
    },
  };
};

/** The address of a database that does not exist yet, on the server of this run. */
export const freshDatabaseUrl = (): string =>
  databaseUrl(serverUrl(), `test_${randomBytes(8).toString('hex')}`);

/** Removes a database of the server of this run, whoever is still connected. */
export const dropDatabase = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  await client.query(
    `DROP DATABASE IF EXISTS ${escapeIdentifier(new URL(url).pathname.slice(1))} WITH (FORCE)`,
  );
  await client.end();
};

const serverUrl = (): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) {
    throw new Error('No PostgreSQL for tests: name the test *.int.test.ts, or set TEST_DATABASE_URL.');
  }
  return url;
};
