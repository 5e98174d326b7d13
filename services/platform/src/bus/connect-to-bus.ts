import { setTimeout as pause } from 'node:timers/promises';
import type { InTransaction } from '../database/define-database.ts';
import { pruneIdempotency } from '../database/idempotency.ts';
import type { Database } from '../database/open-database.ts';
import { AppError } from '../errors/app-error.ts';
import type { Log } from '../log/log.ts';
import { dropDeadLetter, findDeadLetter, listDeadLetters } from '../outbox/dead-letters.ts';
import type { DeadLetter } from '../outbox/dead-letters.ts';
import { pruneInbox } from '../outbox/inbox.ts';
import { createRelay } from '../outbox/relay.ts';
import { every } from '../schedule/every.ts';
import type { Job } from '../schedule/every.ts';
import { consumerOf } from './consumer.ts';
import type { Bus, Consumer } from './port.ts';
import type { Subscription } from './subscription.ts';

/** What connects a service to the bus. */
export interface ConnectionOptions<Repositories> {
  readonly bus: Bus;
  readonly database: Database<Repositories>;
  readonly subscriptions: readonly Subscription<InTransaction<Repositories>>[];
  readonly log: Log;
}

/** A service's messages, in and out. */
export interface Messages {
  /** Begins to publish what the service's transactions added to the outbox. */
  readonly start: () => void;
  /** Publishes what is there, at most two seconds long, then ends. */
  readonly stop: () => Promise<void>;
  /** Resolves when nothing is left to publish: with the in-process bus, when every subscriber has committed. */
  readonly settled: () => Promise<void>;
  readonly deadLetters: {
    readonly list: () => Promise<DeadLetter[]>;
    /** Handles a buried message once more and takes it out; rejects, and keeps it, where it fails again. */
    readonly replay: (id: string) => Promise<void>;
  };
}

const PRUNE_EVERY_SECONDS = 3_600;
const SETTLED_POLL_MS = 10;

/** Subscribes all that a service listens to and prepares its relay. Before the start of the bus. */
export const connectToBus = async <Repositories>(
  options: ConnectionOptions<Repositories>,
): Promise<Messages> => {
  const { bus, database, subscriptions, log } = options;
  const consumers = subscriptions.map((subscription) => consumerOf(subscription, database, log));
  for (const consumer of consumers) await bus.subscribe(consumer);
  const relay = createRelay({ database, bus, log, isOnlyRelay: bus.reach === 'process' });
  let pruning: Job | undefined;
  return {
    start: () => {
      relay.start();
      pruning = pruneHourly(database, log);
    },
    stop: async () => {
      await Promise.all([pruning?.stop(), relay.stop()]);
    },
    settled: async () => {
      while ((await database.outboxStats()).count > 0) await pause(SETTLED_POLL_MS);
    },
    deadLetters: {
      list: () => listDeadLetters(database.sql),
      replay: (id) => replay(database, consumers, id),
    },
  };
};

const pruneHourly = (database: Pick<Database<unknown>, 'sql' | 'underLock'>, log: Log): Job =>
  every({
    name: 'platform.prune',
    seconds: PRUNE_EVERY_SECONDS,
    database,
    log,
    run: async () => {
      await pruneInbox(database.sql);
      await pruneIdempotency(database.sql);
    },
  });

const replay = async (
  { sql }: Pick<Database<unknown>, 'sql'>,
  consumers: readonly Consumer[],
  id: string,
): Promise<void> => {
  const letter = await findDeadLetter(sql, id);
  const consumer = consumers.find(({ name }) => name === letter?.subscription);
  if (!letter || !consumer) throw new AppError('not-found');
  await consumer.deliver(letter.event);
  await dropDeadLetter(sql, id);
};
