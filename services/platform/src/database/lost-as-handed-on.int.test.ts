import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../testing/eventually.ts';
import { openLinkedDatabase } from '../testing/linked-database.ts';
import type { LinkedDatabase } from '../testing/linked-database.ts';
import { isDatabaseAway } from './database-away.ts';

let linked: LinkedDatabase;

beforeAll(async () => {
  linked = await openLinkedDatabase();
});
afterAll(() => linked.drop());

const CONNECTIONS = 5;
const SLEEPERS = `pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%'`;

const sleepersAre = async (state: string) => {
  const rows = await linked.home.sql.query<{ state: string }>(`SELECT state FROM ${SLEEPERS}`);
  expect(rows).toEqual(Array.from({ length: CONNECTIONS }, () => ({ state })));
};

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (isDatabaseAway(error) ? 'away' : error),
  );

const count = () => outcomeOf(linked.database.inTransaction(({ notes }) => notes.count()));

// The answer and the end come in one piece: between them the connection has gone to who waited, who knows nothing yet.
test('when a connection ends as it is handed to whom waits for one, then the process goes on', async () => {
  const first = Array.from({ length: CONNECTIONS }, () =>
    outcomeOf(linked.database.sql.query('SELECT pg_sleep(1)')),
  );
  await eventually(() => sleepersAre('active'));
  linked.link.stall();
  const waiting = Array.from({ length: CONNECTIONS }, count);
  await eventually(() => sleepersAre('idle'));
  await linked.home.sql.query(`SELECT pg_terminate_backend(pid) FROM ${SLEEPERS}`);
  await eventually(async () => expect(await linked.home.sql.query(`SELECT FROM ${SLEEPERS}`)).toEqual([]));
  linked.link.heal();
  expect(await Promise.all(first)).toEqual(first.map(() => 'answered'));
  for (const outcome of await Promise.all(waiting)) expect(['answered', 'away']).toContain(outcome);
  expect(await count()).toBe('answered');
});
