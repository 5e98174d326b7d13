import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach } from '@jest/globals';
import { connectToBus } from '../bus/connect-to-bus.ts';
import type { Messages } from '../bus/connect-to-bus.ts';
import type { Bus } from '../bus/port.ts';
import { on, subscribe } from '../bus/subscription.ts';
import type { Subscription } from '../bus/subscription.ts';
import { newId } from '../ids/ids.ts';
import { newEvent } from '../outbox/new-event.ts';
import { noteDatabase } from './note-database.ts';
import type { NoteRepositories, NoteTransaction } from './note-database.ts';
import { NoteWrittenV1 } from './note-event.ts';
import { quietLog } from './quiet-log.ts';
import { testWhere } from './requires.ts';
import type { Requirement } from './requires.ts';
import { openTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

/** A bus that runs, and the messages of a service on it. */
export interface Connected {
  /** What all names of the test begin with in a broker. */
  readonly world: string;
  readonly bus: Bus;
  readonly messages: Messages;
}

/** A service that keeps notes, on a bus under test. */
export interface BusHarness {
  readonly test: (name: string, run: () => Promise<void>, timeoutMs?: number) => void;
  /** Starts a bus with these subscriptions; ended after the test. */
  readonly connect: (...subscriptions: Subscription<NoteTransaction>[]) => Promise<Connected>;
  /** The same with a bus that was made elsewhere. */
  readonly connectBus: (
    bus: Bus,
    subscriptions: readonly Subscription<NoteTransaction>[],
  ) => Promise<Connected>;
  /** Starts a bus for each of these lists; one for all where it reaches no further than a process. */
  readonly connectProcesses: (...processes: Subscription<NoteTransaction>[][]) => Promise<void>;
  /** Commits events in one transaction. */
  readonly tell: (...events: { readonly text: string; readonly subject?: string }[]) => Promise<void>;
  /** The texts of the notes, in the order in which they were written. */
  readonly notes: () => Promise<string[]>;
  /** The notes when there are so many of them. */
  readonly notesOf: (count: number) => Promise<string[]>;
  readonly outboxCount: () => Promise<number>;
}

const ASK_AGAIN_AFTER_MS = 10;

/** The pauses between attempts that the bus under test shall be made with. */
export const RETRY_DELAYS_MS = [20, 60, 180];

/** Writes a note with the text of the event. */
export const keepText = subscribe(
  'share.when-note-written',
  on(NoteWrittenV1, ({ data }, tx: NoteTransaction) => tx.notes.add(newId(), data.text)),
);

/**
 * Gives each test a database and a world of its own, and ends what it connected. All buses of one world belong
 * together: an event that one of them takes comes to the subscribers of all.
 */
export const busHarness = (
  createBus: (world: string) => Promise<Bus>,
  requirement: Requirement = { name: 'nothing', met: true },
): BusHarness => {
  let database: TestDatabase<NoteRepositories>;
  let world: string;
  const connections: { readonly bus: Bus; readonly messages: Messages }[] = [];

  beforeEach(async () => {
    database = await openTestDatabase(noteDatabase);
    world = `test-${newId()}.`;
  });
  afterEach(async () => {
    for (const { messages, bus } of connections.splice(0)) {
      await messages.stop();
      await bus.stop();
    }
    await database.drop();
  });

  const connectBus = async (bus: Bus, subscriptions: readonly Subscription<NoteTransaction>[]) => {
    const messages = await connectToBus({ bus, database, subscriptions, log: quietLog });
    connections.push({ bus, messages });
    await bus.start();
    messages.start();
    return { world, bus, messages };
  };
  return {
    connectBus,
    test: (name, run, timeoutMs) => testWhere(requirement, name, run, timeoutMs),
    connect: async (...subscriptions) => connectBus(await createBus(world), subscriptions),
    connectProcesses: async (...processes) => {
      const bus = await createBus(world);
      if (bus.reach === 'process') await connectBus(bus, processes.flat());
      else {
        const others = await Promise.all(processes.slice(1).map(() => createBus(world)));
        await Promise.all([bus, ...others].map((each, index) => connectBus(each, processes[index] ?? [])));
      }
    },
    tell: async (...events) => {
      await database.inTransaction(({ outbox }) =>
        outbox.add(
          events.map(({ text, subject = newId() }) =>
            newEvent(NoteWrittenV1, { subject, data: { noteId: newId(), text } }),
          ),
        ),
      );
    },
    notes: () => database.repositories.notes.texts(),
    notesOf: async (count) => {
      await until(async () => (await database.repositories.notes.count()) >= count);
      return database.repositories.notes.texts();
    },
    outboxCount: async () => (await database.outboxStats()).count,
  };
};

/** Asks until it is so; ended by the time limit of the test. */
export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await pause(ASK_AGAIN_AFTER_MS);
};
