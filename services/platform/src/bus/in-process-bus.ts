import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent } from '@vitrine/contracts';
import { deliverUntilDone } from './deliver-until-done.ts';
import type { Bus, Consumer } from './port.ts';
import { createSubjectQueue } from './subject-queue.ts';
import type { SubjectQueue } from './subject-queue.ts';

/** What the bus of a single process can be told. */
export interface InProcessBusOptions {
  readonly retryDelaysMs?: readonly number[];
  /** How many messages of one subscription are handled at once. */
  readonly handlersPerSubscription?: number;
}

interface Queue {
  readonly consumer: Consumer;
  readonly subjects: SubjectQueue;
}

const RETRY_DELAYS_MS = [50, 250, 1_000, 5_000, 15_000];

/**
 * The bus within one process. It keeps nothing: `publish` resolves when every subscriber has committed the effect or
 * buried the message, so the row stays in the outbox until then and comes again after a crash.
 * Messages of one subject come in order within a subscription; a failing one holds up no other subject.
 */
export const createInProcessBus = ({
  retryDelaysMs = RETRY_DELAYS_MS,
  handlersPerSubscription = 256,
}: InProcessBusOptions = {}): Bus => {
  const queues: Queue[] = [];
  const started = Promise.withResolvers<unknown>();
  const stopping = new AbortController();
  // Every message that waits for its next attempt listens.
  setMaxListeners(0, stopping.signal);
  const running = new Set<Promise<void>>();

  const enqueue = (queue: Queue, event: CloudEvent): Promise<void> => {
    const delivery = queue.subjects.add(event.subject, () =>
      deliver(queue, event, { retryDelaysMs, stopping: stopping.signal }),
    );
    const settled = delivery.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
    return delivery;
  };
  return {
    reach: 'process',
    subscribe: async (consumer) => {
      queues.push({ consumer, subjects: createSubjectQueue(handlersPerSubscription) });
    },
    publish: async (event) => {
      await started.promise;
      stopping.signal.throwIfAborted();
      const interested = queues.filter(({ consumer }) => wants(consumer, event));
      await everyOne(interested.map((queue) => enqueue(queue, event)));
    },
    whenOpen: async () => {
      await started.promise;
    },
    start: async () => started.resolve(undefined),
    stop: async () => {
      started.resolve(undefined);
      stopping.abort(new Error('The bus is stopping.'));
      while (running.size > 0) await Promise.all(running);
    },
  };
};

const wants = ({ types }: Consumer, { type }: CloudEvent): boolean => types === '*' || types.includes(type);

const deliver = async (
  { consumer, subjects }: Queue,
  event: CloudEvent,
  { retryDelaysMs, stopping }: { retryDelaysMs: readonly number[]; stopping: AbortSignal },
): Promise<void> => {
  stopping.throwIfAborted();
  // Each consumer gets a message of its own, as over a broker.
  await deliverUntilDone(consumer, structuredClone(event), {
    retryDelaysMs,
    pause: (delayMs) => pauseUnless(stopping, delayMs),
    inPlace: (work) =>
      subjects.inPlace(() => {
        stopping.throwIfAborted();
        return work();
      }),
  });
};

/** Unlike Promise.all it waits for all even when one has failed. */
const everyOne = async (outcomes: Promise<void>[]): Promise<void> => {
  const failed = (await Promise.allSettled(outcomes)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
};

const pauseUnless = async (signal: AbortSignal, delayMs: number): Promise<void> => {
  await pause(delayMs, undefined, { signal });
};
