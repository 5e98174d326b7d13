/**
 * How many events a second come from the commit of their producer to the commit of their consumer, and how long one
 * takes at 500 a second: within the process and over RabbitMQ, beside a bare publish with confirm as the limit.
 * Rounds of each in turn, on one PostgreSQL that is as durable as in production.
 *
 *   node_modules/.bin/node tests/bench/bus.ts [rounds, 3] [events, 3000] [seconds at 500/s, 10]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectToBus } from '@vitrine/platform/bus/connect-to-bus.ts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import type { Bus } from '@vitrine/platform/bus/port.ts';
import { createRabbitmqBus } from '@vitrine/platform/bus/rabbitmq-bus.ts';
import { measureBarePublish } from '@vitrine/platform/bus/rabbitmq/measure-bare-publish.ts';
import { on, onTogether, subscribe } from '@vitrine/platform/bus/subscription.ts';
import { startEmbeddedPostgres } from '@vitrine/platform/database/embedded-postgres.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { rabbitMq } from '@vitrine/platform/testing/infrastructure/rabbitmq.ts';
import type { NoteRepositories, NoteTransaction } from '@vitrine/platform/testing/note-database.ts';
import { noteDatabase } from '@vitrine/platform/testing/note-database.ts';
import { NoteWrittenV1 } from '@vitrine/platform/testing/note-event.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { openTestDatabase, type TestDatabase } from '@vitrine/platform/testing/test-database.ts';

interface Figures {
  eventsPerSecond: number;
  /** Of this process alone: on a busy machine the rate says little, and this says the rest. */
  cpuMsPerEvent: number;
  p50Ms: number;
  p99Ms: number;
}

const STEADY_PER_SECOND = 500;
const STEADY_STEP_MS = 10;
const EVENTS_PER_COMMIT = 50;

const [rounds = 3, eventCount = 3_000, steadySeconds = 10] = process.argv.slice(2).map(Number);

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** What a consumer does for each event, in the transaction of its inbox row: it upserts a row by the repository. */
type Manner = 'one by one' | 'together';

const keepNotes = (manner: Manner, noteOf: Map<string, string>) => {
  const keepAll = async (
    events: readonly { id: string; data: { noteId: string; text: string } }[],
    { notes }: NoteTransaction,
  ) => {
    for (const { id, data } of events) noteOf.set(id, data.noteId);
    await notes.keepAll(events.map(({ data }) => ({ id: data.noteId, text: data.text })));
  };
  return manner === 'together'
    ? onTogether([NoteWrittenV1], keepAll)
    : on(NoteWrittenV1, (event, tx: NoteTransaction) => keepAll([event], tx));
};

/** A service that hears its own events, and the instant at which its consumer has committed each, by its note. */
const openService = async (bus: Bus, manner: Manner) => {
  const database = await openTestDatabase(noteDatabase);
  const handledAt = new Map<string, number>();
  const noteOf = new Map<string, string>();
  const writeNote = keepNotes(manner, noteOf);
  const messages = await connectToBus({
    bus,
    database,
    log: logAfterCommits((eventId) => handledAt.set(noteOf.get(eventId) ?? '', performance.now())),
    subscriptions: [subscribe('share.when-note-written', writeNote)],
  });
  await bus.start();
  const close = async (): Promise<void> => {
    await messages.stop();
    await bus.stop();
    await database.drop();
  };
  return { database, messages, handledAt, close };
};

/** The line of an event is written after its commit. */
const logAfterCommits = (heard: (eventId: string) => void) => {
  const log = quietLog.child({});
  log.info = (facts: unknown) => {
    if (typeof facts === 'object' && facts !== null && 'event' in facts) heard(String(facts.event));
  };
  return log;
};

/** Commits events of as many notes in one transaction. */
const commit = async (database: TestDatabase<NoteRepositories>, count: number): Promise<string[]> => {
  const noteIds = Array.from({ length: count }, newId);
  const text = 'a note of the bench';
  await database.inTransaction(({ outbox }) =>
    outbox.add(noteIds.map((noteId) => newEvent(NoteWrittenV1, { subject: noteId, data: { noteId, text } }))),
  );
  return noteIds;
};

const measureRate = async (
  bus: Bus,
  manner: Manner,
): Promise<Pick<Figures, 'eventsPerSecond' | 'cpuMsPerEvent'>> => {
  const { database, messages, handledAt, close } = await openService(bus, manner);
  for (let done = 0; done < eventCount; done += EVENTS_PER_COMMIT) await commit(database, EVENTS_PER_COMMIT);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  messages.start();
  while (handledAt.size < eventCount) await pause(5);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  await close();
  return { eventsPerSecond: eventCount / seconds, cpuMsPerEvent: (user + system) / 1_000 / eventCount };
};

const measureDelays = async (bus: Bus, manner: Manner): Promise<number[]> => {
  const { database, messages, handledAt, close } = await openService(bus, manner);
  messages.start();
  const perStep = (STEADY_PER_SECOND * STEADY_STEP_MS) / 1_000;
  const committedAt = new Map<string, number>();
  const startedAt = performance.now();
  const commits: Promise<void>[] = [];
  for (let step = 0; step < (steadySeconds * 1_000) / STEADY_STEP_MS; step += 1) {
    await pause(Math.max(0, startedAt + step * STEADY_STEP_MS - performance.now()));
    commits.push(
      commit(database, perStep).then((noteIds) => {
        for (const noteId of noteIds) committedAt.set(noteId, performance.now());
      }),
    );
  }
  await Promise.all(commits);
  while (handledAt.size < committedAt.size) await pause(5);
  await close();
  return [...committedAt].map(([id, at]) => Math.max(0, (handledAt.get(id) ?? NaN) - at));
};

const measure = async (createBus: () => Promise<Bus>, manner: Manner): Promise<Figures> => {
  const rate = await measureRate(await createBus(), manner);
  const delays = (await measureDelays(await createBus(), manner)).sort((a, b) => a - b);
  return { ...rate, p50Ms: percentile(delays, 0.5), p99Ms: percentile(delays, 0.99) };
};

const tell = (name: string, { eventsPerSecond, cpuMsPerEvent, p50Ms, p99Ms }: Figures): void => {
  const rate = `${Math.round(eventsPerSecond)} events/s`.padStart(15);
  const delays = `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
  console.log(`${name.padEnd(22)} ${rate}, ${cpuMsPerEvent.toFixed(2)} ms CPU each, ${delays}`);
};

const dataDir = await mkdtemp(path.join(tmpdir(), 'vitrine-bench-bus-'));
const postgres = await startEmbeddedPostgres({ dataDir, log: quietLog });
process.env['TEST_DATABASE_URL'] = postgres.url('postgres');
const broker = await rabbitMq.start();
const rabbitBus = () =>
  createRabbitmqBus({
    url: broker.url,
    log: quietLog,
    signal: new AbortController().signal,
    namespace: `bench-${newId()}.`,
  });
const aNote = aCloudEvent(NoteWrittenV1, {
  subject: newId(),
  data: { noteId: newId(), text: 'a note of the bench' },
});
const content = Buffer.from(JSON.stringify(aNote));

console.log(
  `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; ${eventCount} events a round`,
);
try {
  for (let round = 1; round <= rounds; round += 1) {
    for (const manner of ['one by one', 'together'] as const) {
      tell(`in process, ${manner}`, await measure(() => Promise.resolve(createInProcessBus()), manner));
      tell(`RabbitMQ, ${manner}`, await measure(rabbitBus, manner));
    }
    const bare = await measureBarePublish({ url: broker.url, content, count: eventCount, inFlight: 500 });
    console.log(`bare publish ${Math.round(bare)} confirms/s, load ${loadavg()[0]?.toFixed(1)}`);
  }
} finally {
  await broker.stop();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
