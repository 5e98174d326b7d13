import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../ids/ids.ts';
import { openLinkedDatabase } from '../testing/linked-database.ts';
import type { LinkedDatabase } from '../testing/linked-database.ts';
import { isDatabaseAway } from './database-away.ts';

let linked: LinkedDatabase;

beforeAll(async () => {
  linked = await openLinkedDatabase();
});
afterEach(() => linked.link.heal());
afterAll(() => linked.drop());

const NOTICED_MS = 30_000;

const timed = async (work: () => Promise<unknown>) => {
  const from = performance.now();
  const outcome = await work().then(
    () => 'answered',
    (error: unknown) => (isDatabaseAway(error) ? 'away' : error),
  );
  return { outcome, isInTime: performance.now() - from < NOTICED_MS };
};

test('when the link falls silent, then all that waits is told in time, and goes on by new connections', async () => {
  const stall = () => {
    linked.link.stall();
    return Promise.resolve();
  };
  const asked = [
    () => linked.database.sql.query('SELECT pg_sleep(1)'),
    () => linked.database.repositories.notes.texts(),
    () =>
      linked.database.inTransaction(async ({ notes }) => {
        await notes.add(newId(), 'lost');
        await stall();
        await notes.add(newId(), 'lost too');
      }),
    () => linked.database.underLock('a job', stall),
  ];
  const outcomes = await Promise.all(asked.map(timed));
  const told = outcomes.filter(({ outcome }) => outcome !== 'answered');
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(told).toEqual(told.map(() => ({ outcome: 'away', isInTime: true })));
  linked.link.cut();
  linked.link.heal();
  expect(await timed(() => linked.database.inTransaction(({ notes }) => notes.count()))).toEqual({
    outcome: 'answered',
    isInTime: true,
  });
  expect(await linked.home.repositories.notes.texts()).toEqual([]);
}, 120_000);

test('when a connection that is open is silent as a transaction begins, then the database is away too', async () => {
  expect(await linked.database.inTransaction(({ notes }) => notes.count())).toBe(0);
  linked.link.stall();
  expect(await timed(() => linked.database.inTransaction(({ notes }) => notes.count()))).toEqual({
    outcome: 'away',
    isInTime: true,
  });
}, 60_000);
