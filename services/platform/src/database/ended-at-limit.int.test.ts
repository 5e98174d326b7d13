import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PrismaClient } from '../../prisma/generated/client.ts';
import { noteDatabase } from '../testing/note-database.ts';
import { standStill } from '../testing/stand-still.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { defineDatabase } from './define-database.ts';
import { isDatabaseAway } from './database-away.ts';

/** Notes, and statements as they are given. */
const definition = defineDatabase({
  migrations: noteDatabase.migrations,
  createClient: (options) => new PrismaClient(options),
  repositories: (client) => ({
    notes: noteDatabase.repositories(client).notes,
    run: (statement: string) => client.$queryRawUnsafe(statement),
  }),
});

type Repositories = ReturnType<typeof definition.repositories>;

let database: TestDatabase<Repositories>;

beforeAll(async () => {
  database = await openTestDatabase(definition);
});
afterAll(() => database.drop());

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (isDatabaseAway(error) ? 'away' : error),
  );

const withLimit = (limit: string, work: (ports: Repositories) => Promise<unknown>) =>
  database.inTransaction(async (ports) => {
    await ports.run(`SET LOCAL ${limit} = 50`);
    await work(ports);
  });

test.each([
  [
    'a statement takes too long',
    () => withLimit('statement_timeout', ({ run }) => run('SELECT pg_sleep(5)::text')),
  ],
  [
    'a transaction takes too long',
    () => withLimit('transaction_timeout', ({ run }) => run('SELECT pg_sleep(5)::text')),
  ],
  [
    'a transaction waits too long for a process that stands still',
    () =>
      withLimit('idle_in_transaction_session_timeout', ({ notes }) => {
        standStill(500);
        return notes.count();
      }),
  ],
  [
    'a connection waits too long for a process that stands still',
    async () => {
      await database.sql.query(`SELECT set_config('idle_session_timeout', '50', false)`);
      standStill(500);
      await database.sql.query('SELECT 1');
    },
  ],
])('when %s, then the database is away, and then there again', async (_, work) => {
  expect(await outcomeOf(work())).toBe('away');
  expect(await outcomeOf(database.repositories.notes.count())).toBe('answered');
});

test('when a statement is wrong, then it is not the database that is away', async () => {
  expect(await outcomeOf(database.repositories.run('SELECT nothing'))).toMatchObject({ code: 'P2010' });
});
