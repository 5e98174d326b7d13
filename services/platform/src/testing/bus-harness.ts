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
import { openTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

/** A service that keeps notes, on a bus under test. */
export interface BusHarness {
  /** Starts a bus with these subscriptions; ended after the test. */
  readonly connect: (
    ...subscriptions: Subscription<NoteTransaction>[]
  ) => Promise<{ readonly bus: Bus; readonly messages: Messages }>;
  /** Commits events in one transaction. */
  readonly tell: (...events: { readonly text: string; readonly subject?: string }[]) => Promise<void>;
  /** The texts of the notes, in the order in which they were written. */
  readonly notes: () => Promise<string[]>;
  readonly outboxCount: () => Promise<number>;
}

/** The pauses between attempts that the bus under test shall be made with. */
export const RETRY_DELAYS_MS = [20, 60, 180];

/** Writes a note with the text of the event. */
export const keepText = subscribe(
  'share.when-note-written',
  on(NoteWrittenV1, ({ data }, tx: NoteTransaction) => tx.notes.add(newId(), data.text)),
);

/** Gives each test a database of its own and ends what it connected. */
export const busHarness = (createBus: () => Promise<Bus>): BusHarness => {
  let database: TestDatabase<NoteRepositories>;
  const connections: { readonly bus: Bus; readonly messages: Messages }[] = [];

  beforeEach(async () => {
    database = await openTestDatabase(noteDatabase);
  });
  afterEach(async () => {
    for (const { messages, bus } of connections.splice(0)) {
      await messages.stop();
      await bus.stop();
    }
    await database.drop();
  });

  return {
    connect: async (...subscriptions) => {
      const bus = await createBus();
      const messages = await connectToBus({ bus, database, subscriptions, log: quietLog });
      await bus.start();
      messages.start();
      connections.push({ bus, messages });
      return { bus, messages };
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
    outboxCount: async () => (await database.outboxStats()).count,
  };
};

/** Asks until it is so; ended by the time limit of the test. */
export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
};
