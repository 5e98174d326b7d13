import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../ids/ids.ts';
import { newEvent } from '../outbox/new-event.ts';
import { withTraceparent } from '../outbox/trace-context.ts';
import { noteDatabase } from '../testing/note-database.ts';
import type { NoteRepositories } from '../testing/note-database.ts';
import { NoteWrittenV1 } from '../testing/note-event.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { openDatabase } from './open-database.ts';

let database: TestDatabase<NoteRepositories>;

beforeAll(async () => {
  database = await openTestDatabase(noteDatabase);
});
afterAll(() => database.drop());

const noteWritten = (text: string) => {
  const noteId = newId();
  return newEvent(NoteWrittenV1, { subject: noteId, data: { noteId, text } });
};

test('when the work succeeds, then state and events are there together', async () => {
  const event = noteWritten('kept');
  await withTraceparent('00-aa-bb-01', () =>
    database.inTransaction(async ({ notes, outbox }) => {
      await notes.add(newId(), 'kept');
      await outbox.add([event, noteWritten('second')]);
    }),
  );
  const published = await database.publishedEvents();
  expect(published.slice(-2)).toMatchObject([
    { ...event, specversion: '1.0', source: '/vitrine/share', traceparent: '00-aa-bb-01' },
    { data: { text: 'second' } },
  ]);
  expect(await database.repositories.notes.texts()).toContain('kept');
  expect(await database.outboxStats()).toMatchObject({ count: published.length });
});

test('when the work fails, then neither state nor events are there and nobody is woken', async () => {
  const before = await database.publishedEvents();
  let wakeUps = 0;
  const endListening = database.onEventsCommitted(() => (wakeUps += 1));
  const failing = database.inTransaction(async ({ notes, outbox }) => {
    await notes.add(newId(), 'lost');
    await outbox.add([noteWritten('lost')]);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  endListening();
  expect(await database.publishedEvents()).toEqual(before);
  expect(await database.repositories.notes.texts()).not.toContain('lost');
  expect(wakeUps).toBe(0);
});

test('when the work is committed, then the listener is called after the commit', async () => {
  let seen: Promise<number> | undefined;
  const endListening = database.onEventsCommitted(() => {
    seen = database.repositories.notes
      .texts()
      .then((texts) => texts.filter((text) => text === 'seen').length);
  });
  await database.inTransaction(async ({ notes, outbox }) => {
    await notes.add(newId(), 'seen');
    await outbox.add([noteWritten('seen')]);
  });
  endListening();
  expect(await seen).toBe(1);
});

test('when two transactions lock each other out, then the database ends one and it is repeated', async () => {
  const [first, second] = [newId(), newId()];
  await database.inTransaction(async ({ notes }) => {
    await notes.add(first, 'a');
    await notes.add(second, 'b');
  });
  const bothHoldOne = barrier(2);
  let runs = 0;
  const crossing = (one: string, other: string, text: string) =>
    database.inTransaction(async ({ notes }) => {
      runs += 1;
      await notes.rewrite(one, text);
      await bothHoldOne();
      await notes.rewrite(other, text);
    });
  await Promise.all([crossing(first, second, 'x'), crossing(second, first, 'y')]);
  expect(runs).toBe(3);
});

test('when two serializable transactions have no order, then one is repeated and sees the other', async () => {
  const bothHaveRead = barrier(2);
  const addIfFew = () =>
    database.inTransaction(
      async ({ notes }) => {
        const count = await notes.count();
        await bothHaveRead();
        await notes.add(newId(), `count ${count}`);
        return count;
      },
      { isolation: 'Serializable' },
    );
  const counts = await Promise.all([addIfFew(), addIfFew()]);
  expect(Math.abs(counts[0] - counts[1])).toBe(1);
});

test('when text holds what JSON escapes, then the event comes out as it went in', async () => {
  const text = 'nul \0, quote ", emoji 🎈, lone \ud800';
  await database.inTransaction(({ outbox }) => outbox.add([noteWritten(text)]));
  expect((await database.publishedEvents()).at(-1)?.data).toMatchObject({ text });
});

test('when as many jobs as there are connections hold their locks at once, then each of them can work', async () => {
  const jobs = ['one', 'two', 'three', 'four', 'five'];
  const areLocked = Promise.withResolvers<undefined>();
  let count = 0;
  const run = async () => {
    count += 1;
    if (count === jobs.length) areLocked.resolve(undefined);
    await areLocked.promise;
    await database.inTransaction(async ({ notes }) => notes.texts());
  };
  const outcomes = await Promise.all(jobs.map((name) => database.underLock(name, run)));
  expect(outcomes).toEqual(jobs.map(() => 'ran'));
});

test('when another process holds the lock, then the work is left out', async () => {
  const outcomes: string[] = [];
  outcomes.push(
    await database.underLock('a job', async () => {
      outcomes.push(await database.underLock('a job', () => Promise.reject(new Error('must not run'))));
      outcomes.push(await database.underLock('another job', () => Promise.resolve()));
    }),
  );
  expect(outcomes).toEqual(['busy', 'ran', 'ran']);
});

test('when work under a lock fails, then the lock is free again', async () => {
  await expect(database.underLock('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await database.underLock('failing', () => Promise.resolve())).toBe('ran');
});

test('when the connection of a lock is lost meanwhile, then the work is told of it and the process goes on', async () => {
  const lose = database.underLock('lost', async () => {
    await database.sql.query(LOSE_LOCKS);
    while ((await database.sql.query(LOCKS)).length > 0);
    // The loss arrives while nobody waits for a statement of that connection.
    for (let turn = 0; turn < 50; turn += 1) await database.sql.query('SELECT 1');
  });
  await expect(lose).rejects.toThrow();
  expect(await database.underLock('lost', () => Promise.resolve())).toBe('ran');
});

test('when the database is opened by several at once, then each finds it migrated', async () => {
  const opened = await Promise.all(
    [1, 2, 3].map(() => openDatabase({ ...noteDatabase, url: database.url, log: quietLog })),
  );
  await Promise.all(opened.map((one) => one.ping()));
  await Promise.all(opened.map((one) => one.close()));
});

const LOCKS = `
  SELECT pid FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND datname = current_database()`;
const LOSE_LOCKS = `SELECT pg_terminate_backend(pid) FROM (${LOCKS}) AS held`;

/** Resolves for each of the first `size` callers when all of them came, and at once for later ones. */
const barrier = (size: number) => {
  const open = Promise.withResolvers<unknown>();
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived === size) open.resolve(undefined);
    return open.promise;
  };
};
