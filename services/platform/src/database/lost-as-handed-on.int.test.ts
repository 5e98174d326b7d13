import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { openFaultyLink } from '../testing/faulty-link.ts';
import type { FaultyLink } from '../testing/faulty-link.ts';
import { noteDatabase } from '../testing/note-database.ts';
import type { NoteRepositories } from '../testing/note-database.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { isDatabaseAway } from './database-away.ts';
import { openDatabase } from './open-database.ts';
import type { Database } from './open-database.ts';

let home: TestDatabase<NoteRepositories>;
let link: FaultyLink;
let database: Database<NoteRepositories>;

beforeAll(async () => {
  home = await openTestDatabase(noteDatabase);
  link = await openFaultyLink({ port: Number(new URL(home.url).port) });
  database = await openDatabase({ ...noteDatabase, url: link.through(home.url), log: quietLog });
});
afterAll(async () => {
  await database.close();
  await link.close();
  await home.drop();
});

const CONNECTIONS = 5;
const SLEEPERS = `pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%'`;

const sleepersAre = async (state: string) => {
  const rows = await home.sql.query<{ state: string }>(`SELECT state FROM ${SLEEPERS}`);
  expect(rows).toEqual(Array.from({ length: CONNECTIONS }, () => ({ state })));
};

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (isDatabaseAway(error) ? 'away' : error),
  );

const count = () => outcomeOf(database.inTransaction(({ notes }) => notes.count()));

// The answer and the end come in one piece: between them the connection has gone to who waited, who knows nothing yet.
test('when a connection ends as it is handed to whom waits for one, then the process goes on', async () => {
  const first = Array.from({ length: CONNECTIONS }, () =>
    outcomeOf(database.sql.query('SELECT pg_sleep(1)')),
  );
  await eventually(() => sleepersAre('active'));
  link.stall();
  const waiting = Array.from({ length: CONNECTIONS }, count);
  await eventually(() => sleepersAre('idle'));
  await home.sql.query(`SELECT pg_terminate_backend(pid) FROM ${SLEEPERS}`);
  await eventually(async () => expect(await home.sql.query(`SELECT FROM ${SLEEPERS}`)).toEqual([]));
  link.heal();
  expect(await Promise.all(first)).toEqual(first.map(() => 'answered'));
  for (const outcome of await Promise.all(waiting)) expect(['answered', 'away']).toContain(outcome);
  expect(await count()).toBe('answered');
});
