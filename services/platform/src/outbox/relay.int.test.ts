import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { CloudEvent } from '@vitrine/contracts';
import type { Bus } from '../bus/port.ts';
import { newId } from '../ids/ids.ts';
import { until } from '../testing/bus-harness.ts';
import { noteDatabase } from '../testing/note-database.ts';
import type { NoteRepositories } from '../testing/note-database.ts';
import { NoteWrittenV1 } from '../testing/note-event.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { leasedRows } from './leased-rows.ts';
import { newEvent } from './new-event.ts';
import { createRelay } from './relay.ts';
import type { Relay } from './relay.ts';

let database: TestDatabase<NoteRepositories>;
let relays: Relay[] = [];

beforeAll(async () => {
  database = await openTestDatabase(noteDatabase);
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  relays = [];
  await database.sql.query('TRUNCATE platform.outbox');
});
afterAll(() => database.drop());

const tell = (...texts: string[]) =>
  database.inTransaction(({ outbox }) =>
    outbox.add(
      texts.map((text) => newEvent(NoteWrittenV1, { subject: 's', data: { noteId: newId(), text } })),
    ),
  );
const textOf = (event: CloudEvent) => (event.data as { text: string }).text;
const startRelay = (publish: Bus['publish'], publishTimeoutMs = 10_000) => {
  const relay = createRelay({ database, bus: { publish }, log: quietLog, publishTimeoutMs });
  relay.start();
  relays.push(relay);
  return relay;
};
const isEmpty = async () => (await database.outboxStats()).count === 0;

test('when two relays share an outbox, then each event is published once', async () => {
  const published: string[] = [];
  const publish = async (event: CloudEvent) => void published.push(textOf(event));
  const texts = Array.from({ length: 300 }, (_, index) => `event ${index}`);
  startRelay(publish);
  startRelay(publish);
  await tell(...texts);
  await until(isEmpty);
  expect(published.toSorted()).toEqual(texts.toSorted());
});

test('when the bus fails, then the row stays with the reason and is published later', async () => {
  let attempts = 0;
  startRelay(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('no broker');
  });
  await tell('later');
  await until(async () => {
    const rows = await database.sql.query<{ last_error: string | null }>(
      'SELECT last_error FROM platform.outbox',
    );
    return rows[0]?.last_error === 'Error: no broker';
  });
  await until(isEmpty);
  expect(attempts).toBe(2);
});

test('when the bus never answers, then the row is left after the time limit', async () => {
  let attempts = 0;
  startRelay(() => {
    attempts += 1;
    return attempts === 1 ? new Promise(() => {}) : Promise.resolve();
  }, 50);
  await tell('unanswered');
  await until(isEmpty);
  expect(attempts).toBe(2);
});

test('when a relay died, then another takes its rows over when the lease has ended, and not before', async () => {
  await tell('orphaned');
  const dead = leasedRows(database.sql);
  expect((await dead.claim(10)).map(({ event }) => textOf(event))).toEqual(['orphaned']);
  const other = leasedRows(database.sql);
  expect(await other.claim(10)).toEqual([]);
  await database.sql.query("UPDATE platform.outbox SET leased_until = now() - interval '1 ms'");
  expect((await other.claim(10)).map(({ attempts }) => attempts)).toEqual([2]);
});

test('when it stops, then it publishes what is there', async () => {
  const published: string[] = [];
  const relay = startRelay(async (event) => void published.push(textOf(event)));
  await tell('a', 'b', 'c');
  await relay.stop();
  expect(published).toEqual(['a', 'b', 'c']);
  expect(await isEmpty()).toBe(true);
});

test('when it stops while the bus hangs, then it gives up in time and the next one publishes at once', async () => {
  const taken = Promise.withResolvers<unknown>();
  const relay = startRelay(() => {
    taken.resolve(undefined);
    return new Promise(() => {});
  });
  await tell('hanging');
  await taken.promise;
  await relay.stop(20);
  expect(await leasedRows(database.sql).claim(10)).toHaveLength(1);
});
