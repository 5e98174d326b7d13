import { setTimeout as pauseFor } from 'node:timers/promises';
import type { ConsumeMessage } from 'amqplib';
import type { Log } from '../../log/log.ts';
import type { BusObserver } from '../observer.ts';
import { PermanentError } from '../permanent-error.ts';
import type { Consumer } from '../port.ts';
import { createSubjectQueue } from '../subject-queue.ts';
import { attemptsOf, bodyOf, laterMessage, subjectOf } from './messages.ts';
import type { Publisher } from './publisher.ts';
import { createTurns } from './turns.ts';

/** How the messages of one consumer are handled. */
export interface HandlingOptions {
  readonly consumer: Consumer;
  readonly exchange: string;
  readonly retryQueue: string;
  /** The pauses before the second attempt, the third, and so on. */
  readonly retryDelaysMs: readonly number[];
  /** So many of them pass within the process; the longer ones in the broker, so that nothing has to be held. */
  readonly pausesInProcess: number;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly stopping: AbortSignal;
  readonly observer: BusObserver;
  readonly log: Log;
}

/** Burying fails while the database is away; then the message comes again after so long. */
const BURY_AGAIN_AFTER_MS = 15_000;
const PUBLISH_AGAIN_AFTER_MS = 1_000;

/**
 * Handles messages: those of one subject in order, those that come again after a crash one by one. Resolves when a
 * message is done with: handled, buried, or put where it comes back from later. Rejects when the bus stops meanwhile.
 */
export const createHandling = (options: HandlingOptions): ((message: ConsumeMessage) => Promise<void>) => {
  const { consumer, publisher, retryQueue, stopping, observer, log } = options;
  const pause = (delayMs: number) => pauseFor(delayMs, undefined, { signal: stopping });
  const subjects = createSubjectQueue(Infinity);
  const turns = createTurns();

  /** Confirmed and in a queue before the original is acknowledged: whatever crashes, it is there at least once. */
  const putOff = async (message: ConsumeMessage, attempts: number, delayMs: number): Promise<void> => {
    const later = laterMessage(message, { attempts, delayMs });
    for (;;) {
      const outcome = await outcomeOf(() =>
        unlessStopping(publisher.publish({ exchange: '', routingKey: retryQueue, ...later }), stopping),
      );
      if ('value' in outcome && outcome.value.isRouted) return;
      const reason = 'error' in outcome ? outcome.error : new Error(`There is no queue ${retryQueue}.`);
      log.warn({ subscription: consumer.name, err: reason }, 'could not put a message off');
      await pause(PUBLISH_AGAIN_AFTER_MS);
    }
  };
  const attemptUntilDone = async (message: ConsumeMessage, body: unknown): Promise<void> => {
    const wasInterrupted = message.fields.redelivered;
    const inTurn = wasInterrupted ? turns.alone : turns.together;
    for (let attempt = attemptsOf(message) + 1; ; attempt += 1) {
      const outcome = await inTurn(() => {
        stopping.throwIfAborted();
        return outcomeOf(() => consumer.deliver(body, { wasInterrupted }));
      });
      if (!('error' in outcome)) return;
      const delayMs = delayAfter(options, outcome.error, attempt);
      if (delayMs === undefined) {
        const buried = await outcomeOf(() => consumer.bury(body, outcome.error, attempt));
        if ('error' in buried) return putOff(message, attempt - 1, BURY_AGAIN_AFTER_MS);
        observer.dead(consumer.name);
        return;
      }
      observer.retried(consumer.name);
      log.warn({ subscription: consumer.name, attempt, delayMs, err: outcome.error }, 'a reaction failed');
      if (attempt > options.pausesInProcess) return putOff(message, attempt, delayMs);
      await pause(delayMs);
    }
  };
  return async (message) => {
    // A type that an earlier version of this consumer was bound to, and that the queue still is.
    if (isUnwanted(message, options)) return;
    const body = bodyOf(message);
    await subjects.add(subjectOf(body), () => attemptUntilDone(message, body));
  };
};

/** What is under way may arrive all the same: then the message comes twice, and the inbox knows it. */
const unlessStopping = async <T>(outcome: Promise<T>, stopping: AbortSignal): Promise<T> => {
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(stopping.reason as Error);
  stopping.addEventListener('abort', stop, { once: true });
  if (stopping.aborted) stop();
  try {
    return await Promise.race([outcome, stopped.promise]);
  } finally {
    stopping.removeEventListener('abort', stop);
  }
};

/** Undefined where there is to be no other attempt. */
const delayAfter = (
  { retryDelaysMs }: HandlingOptions,
  error: unknown,
  attempt: number,
): number | undefined => (error instanceof PermanentError ? undefined : retryDelaysMs[attempt - 1]);

const isUnwanted = ({ fields }: ConsumeMessage, { consumer, exchange }: HandlingOptions): boolean =>
  fields.exchange === exchange && consumer.types !== '*' && !consumer.types.includes(fields.routingKey);

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

const outcomeOf = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
};
