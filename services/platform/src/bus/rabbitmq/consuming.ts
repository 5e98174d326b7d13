import type { Channel, ConsumeMessage } from 'amqplib';
import type { Refusal } from '../../errors/refusal.ts';
import type { Log } from '../../log/log.ts';
import { withinTime } from '../../schedule/within-time.ts';
import { keepChannel } from './kept-channel.ts';
import type { Link } from './link.ts';

/** A queue that is emptied for as long as the link comes back. */
export interface Consuming {
  /** Resolves when messages can come for the first time; rejects with `Refusal` where they never will. */
  readonly firstOpen: Promise<void>;
  /** Why no messages come, where only a person can mend it. */
  readonly refusal: () => Refusal | undefined;
  /** Takes no more messages; resolves when those in work are done with. */
  readonly stop: () => Promise<void>;
  /** Gives back what was taken and not done. */
  readonly close: () => Promise<void>;
}

/** What is to be emptied, and how. */
export interface ConsumingOptions {
  readonly link: Link;
  readonly log: Log;
  /** Makes sure that the queues are there; on a channel that ends where they cannot be. */
  readonly declare: (channel: Channel) => Promise<void>;
  readonly sources: readonly Source[];
}

/** One of the queues that a channel empties. */
export interface Source {
  readonly queue: string;
  /** How many messages are handed out before the first is done with. */
  readonly prefetch: number;
  /** Resolves when the message is done with; where it rejects, the message is given back. */
  readonly handle: (message: ConsumeMessage) => Promise<void>;
}

const GOODBYE_MS = 1_000;

/**
 * Consumes on a channel of its own, and builds that anew, queues and all, whenever it was lost: by a lost connection,
 * by an error on the channel, or because somebody deleted the queue.
 */
export const consume = ({ link, log, declare, sources }: ConsumingOptions): Consuming => {
  const state: State = { isStopping: false, running: new Set() };
  const first = Promise.withResolvers<unknown>();
  first.promise.catch(() => undefined);

  const kept = keepChannel({
    link,
    log,
    name: `taking from ${sources[0]?.queue}`,
    open: (connection) => connection.createChannel(),
    prepare: async (channel) => {
      await declare(channel);
      for (const source of sources) await consumeFrom(channel, source, state, log);
    },
    onReady: () => first.resolve(undefined),
    onRefusal: first.reject,
  });
  return {
    firstOpen: first.promise.then(() => undefined),
    refusal: kept.refusal,
    stop: async () => {
      state.isStopping = true;
      kept.end();
      first.reject(new Error('The bus is stopping.'));
      for (const { queue } of sources) await inShort(kept.opened()?.cancel(queue));
      while (state.running.size > 0) await Promise.all(state.running);
    },
    close: async () => {
      await inShort(kept.opened()?.close());
    },
  };
};

/** The broker may be gone, or not answer any more: then it gives back by itself what was not acknowledged. */
const inShort = async (goodbye: Promise<unknown> | undefined): Promise<void> => {
  await withinTime(Promise.resolve(goodbye), GOODBYE_MS, 'The broker does not answer.').catch(
    () => undefined,
  );
};

interface State {
  isStopping: boolean;
  readonly running: Set<Promise<void>>;
}

const consumeFrom = async (channel: Channel, source: Source, state: State, log: Log): Promise<void> => {
  const take = (message: ConsumeMessage | null): void => {
    if (message === null) {
      log.warn({ queue: source.queue }, 'a queue was deleted; it is declared again');
      channel.close().catch(() => undefined);
    } else if (!state.isStopping) {
      const settled = handle(channel, source, message, log).finally(() => state.running.delete(settled));
      state.running.add(settled);
    }
  };
  await channel.prefetch(source.prefetch);
  await channel.consume(source.queue, take, { consumerTag: source.queue });
};

const handle = async (channel: Channel, source: Source, message: ConsumeMessage, log: Log): Promise<void> => {
  try {
    await source.handle(message);
    // On a channel that was lost this throws; the message comes again, and the inbox knows it.
    channel.ack(message);
  } catch (error) {
    log.debug({ queue: source.queue, err: error }, 'a message was left to come again');
  }
};
