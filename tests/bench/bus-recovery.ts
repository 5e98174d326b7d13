/**
 * How long after a restart of RabbitMQ the first event arrives: from the instant at which the broker takes connections
 * again, for an event that was committed while it was away, as in a service that waits for nothing else.
 *
 *   node_modules/.bin/node tests/bench/bus-recovery.ts [rounds, 5] [seconds away, 5]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SUBSCRIPTIONS } from '@vitrine/contracts';
import { connectToBus } from '@vitrine/platform/bus/connect-to-bus.ts';
import { createRabbitmqBus } from '@vitrine/platform/bus/rabbitmq-bus.ts';
import { on, subscribe } from '@vitrine/platform/bus/subscription.ts';
import { startEmbeddedPostgres } from '@vitrine/platform/database/embedded-postgres.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import { rabbitMqOfMachine } from '@vitrine/platform/testing/infrastructure/rabbitmq.ts';
import type { NoteTransaction } from '@vitrine/platform/testing/note-database.ts';
import { noteDatabase } from '@vitrine/platform/testing/note-database.ts';
import { NoteWrittenV1 } from '@vitrine/platform/testing/note-event.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { openTestDatabase } from '@vitrine/platform/testing/test-database.ts';

const NAME = 'share.when-note-written';
/** RabbitMQ 3.10 does not bring back a quorum queue that it was killed with in its first moments. */
const QUEUES_ARE_KEPT_AFTER_MS = 5_000;

const [rounds = 5, secondsAway = 5] = process.argv.slice(2).map(Number);

const dataDir = await mkdtemp(path.join(tmpdir(), 'vitrine-bench-recovery-'));
const postgres = await startEmbeddedPostgres({ dataDir, log: quietLog });
process.env['TEST_DATABASE_URL'] = postgres.url('postgres');
const broker = await rabbitMqOfMachine.start();
const database = await openTestDatabase(noteDatabase);

let heard = Promise.withResolvers<number>();
const keepNote = on(NoteWrittenV1, async ({ data }, { notes }: NoteTransaction) => {
  await notes.add(newId(), data.text);
  heard.resolve(performance.now());
});
const bus = await createRabbitmqBus({
  url: broker.url,
  log: quietLog,
  signal: new AbortController().signal,
  // As many as every process of the system declares before it publishes.
  queues: [...SUBSCRIPTIONS, { name: NAME, types: [NoteWrittenV1.type] }],
});
const messages = await connectToBus({
  bus,
  database,
  log: quietLog,
  subscriptions: [subscribe(NAME, keepNote)],
});
await bus.start();
messages.start();

const tell = async (): Promise<void> => {
  const noteId = newId();
  const event = newEvent(NoteWrittenV1, { subject: noteId, data: { noteId, text: 'a note' } });
  await database.inTransaction(({ outbox }) => outbox.add([event]));
};

console.log(
  `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; the broker is away for ${secondsAway} s`,
);
try {
  await tell();
  await heard.promise;
  await pause(QUEUES_ARE_KEPT_AFTER_MS);
  for (let round = 1; round <= rounds; round += 1) {
    heard = Promise.withResolvers<number>();
    await broker.kill();
    await tell();
    await pause(secondsAway * 1_000);
    await broker.start();
    const answersAt = performance.now();
    const seconds = ((await heard.promise) - answersAt) / 1_000;
    console.log(`first event after ${seconds.toFixed(2)} s, load ${loadavg()[0]?.toFixed(1)}`);
  }
} finally {
  await messages.stop();
  await bus.stop();
  await database.drop();
  await broker.stop();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
