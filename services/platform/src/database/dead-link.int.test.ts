import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../ids/ids.ts';
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
afterEach(() => link.heal());
afterAll(async () => {
  await database.close();
  await link.close();
  await home.drop();
});

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
    link.stall();
    return Promise.resolve();
  };
  const asked = [
    () => database.sql.query('SELECT pg_sleep(1)'),
    () => database.repositories.notes.texts(),
    () =>
      database.inTransaction(async ({ notes }) => {
        await notes.add(newId(), 'lost');
        await stall();
        await notes.add(newId(), 'lost too');
      }),
    () => database.underLock('a job', stall),
  ];
  const outcomes = await Promise.all(asked.map(timed));
  const told = outcomes.filter(({ outcome }) => outcome !== 'answered');
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(told).toEqual(told.map(() => ({ outcome: 'away', isInTime: true })));
  link.cut();
  link.heal();
  expect(await timed(() => database.inTransaction(({ notes }) => notes.count()))).toEqual({
    outcome: 'answered',
    isInTime: true,
  });
  expect(await home.repositories.notes.texts()).toEqual([]);
}, 120_000);

test('when a connection that is open is silent as a transaction begins, then the database is away too', async () => {
  expect(await database.inTransaction(({ notes }) => notes.count())).toBe(0);
  link.stall();
  expect(await timed(() => database.inTransaction(({ notes }) => notes.count()))).toEqual({
    outcome: 'away',
    isInTime: true,
  });
}, 60_000);
