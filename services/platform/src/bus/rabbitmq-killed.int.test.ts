import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { keepText, until } from '../testing/bus-harness.ts';
import { noteDatabase } from '../testing/note-database.ts';
import { NoteWrittenV1 } from '../testing/note-event.ts';
import { quietLog as log } from '../testing/quiet-log.ts';
import { rabbitMqOfMachine } from '../testing/infrastructure/rabbitmq.ts';
import type { OwnRabbitMqBroker } from '../testing/infrastructure/rabbitmq.ts';
import { testWhere } from '../testing/requires.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { newId } from '../ids/ids.ts';
import { newEvent } from '../outbox/new-event.ts';
import { connectToBus } from './connect-to-bus.ts';
import { createRabbitmqBus } from './rabbitmq-bus.ts';

const { requirement } = rabbitMqOfMachine;
const PROGRAM = fileURLToPath(new URL('../testing/mortal-consumer.ts', import.meta.url));
const children: ChildProcess[] = [];
let broker: OwnRabbitMqBroker | undefined;

beforeAll(async () => {
  if (requirement.met) broker = await rabbitMqOfMachine.start();
}, 120_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await broker?.stop();
}, 60_000);

/** A service that tells notes, and the process of another that handles them and does not survive each. */
const openWorld = async () => {
  const url = broker?.url ?? '';
  const namespace = `test-${newId()}.`;
  const database = await openTestDatabase(noteDatabase);
  const queues = [{ name: keepText.name, types: keepText.reaction.types }];
  const signal = new AbortController().signal;
  const bus = await createRabbitmqBus({ url, log, signal, namespace, queues });
  const messages = await connectToBus({ bus, database, log, subscriptions: [] });
  await bus.start();
  messages.start();
  const startConsumer = () => {
    const env = { MORTAL_AMQP_URL: url, MORTAL_DATABASE_URL: database.url, MORTAL_WORLD: namespace };
    const child = spawn(process.execPath, ['--no-warnings', PROGRAM], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    children.push(child);
    return child;
  };
  const close = async () => {
    await messages.stop();
    await bus.stop();
    await database.drop();
  };
  return { database, messages, startConsumer, close };
};

testWhere(
  requirement,
  'when a message kills each process that handles it, then it is dead after three, and its neighbours are handled once',
  async () => {
    const { database, messages, startConsumer, close } = await openWorld();
    const innocent = Array.from({ length: 30 }, (_, index) => `note ${index}`);
    const texts = innocent.toSpliced(7, 0, 'poison');
    await database.inTransaction(({ outbox }) =>
      outbox.add(
        texts.map((text) => newEvent(NoteWrittenV1, { subject: newId(), data: { noteId: newId(), text } })),
      ),
    );
    await messages.settled();
    for (let crash = 1; crash <= 3; crash += 1) {
      const [, signal] = (await once(startConsumer(), 'exit')) as [number | null, string | null];
      expect(signal).toBe('SIGKILL');
    }
    const survivor = startConsumer();
    await until(async () => (await database.repositories.notes.count()) >= innocent.length);
    await until(async () => (await messages.deadLetters.list()).length > 0);
    survivor.kill();
    await once(survivor, 'exit');

    expect((await database.repositories.notes.texts()).sort()).toEqual(innocent.sort());
    expect(await messages.deadLetters.list()).toMatchObject([
      {
        subscription: keepText.name,
        error: expect.stringContaining('The process ended each time'),
        event: { data: { text: 'poison' } },
      },
    ]);
    await close();
  },
  180_000,
);
