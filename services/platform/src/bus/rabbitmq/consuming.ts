import type { Channel, ChannelModel, ConsumeMessage } from 'amqplib';
import { Refusal } from '../../errors/refusal.ts';
import type { Log } from '../../log/log.ts';
import { withinTime } from '../../schedule/within-time.ts';
import type { Link } from './link.ts';

/** A queue that is emptied for as long as the link comes back. */
export interface Consuming {
  /** Resolves when messages can come for the first time; rejects with `Refusal` where they never will. */
  readonly firstOpen: Promise<void>;
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

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
const GOODBYE_MS = 1_000;
const DECLARE_MS = 30_000;
const NO_ANSWER =
  'The broker answers nothing for this queue. If it was killed just when the queue was new, delete the queue.';

/**
 * Consumes on a channel of its own, and builds that anew, queues and all, whenever it was lost: by a lost connection,
 * by an error on the channel, or because somebody deleted the queue.
 */
export const consume = (options: ConsumingOptions): Consuming => {
  const { link, log, sources } = options;
  const state: State = { channel: undefined, failures: 0, isStopping: false, running: new Set() };
  const first = Promise.withResolvers<unknown>();
  first.promise.catch(() => undefined);

  const open = async (connection: ChannelModel): Promise<void> => {
    if (state.isStopping) return;
    try {
      state.channel = await openChannel(connection, options, () => lost(connection));
      await withinTime(options.declare(state.channel), DECLARE_MS, NO_ANSWER);
      for (const source of sources) await consumeFrom(state.channel, source, state, log);
      state.failures = 0;
      first.resolve(undefined);
    } catch (error) {
      if (error instanceof Refusal) first.reject(error);
      log.warn({ queue: sources[0]?.queue, err: error }, 'could not take messages from a queue');
    }
  };
  const lost = (connection: ChannelModel): void => {
    if (!link.isConnected()) return;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** state.failures);
    state.failures += 1;
    // Where the connection is lost meanwhile this fails, and the next connection opens a channel.
    setTimeout(() => void open(connection), pauseMs).unref();
  };
  link.onConnection((connection) => void open(connection));

  return {
    firstOpen: first.promise.then(() => undefined),
    stop: async () => {
      state.isStopping = true;
      first.reject(new Error('The bus is stopping.'));
      for (const { queue } of sources) await inShort(state.channel?.cancel(queue));
      while (state.running.size > 0) await Promise.all(state.running);
    },
    close: async () => {
      await inShort(state.channel?.close());
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
  channel: Channel | undefined;
  failures: number;
  isStopping: boolean;
  readonly running: Set<Promise<void>>;
}

const openChannel = async (
  connection: ChannelModel,
  { log, sources }: ConsumingOptions,
  onLost: () => void,
): Promise<Channel> => {
  const facts = { queue: sources[0]?.queue };
  const channel = await connection.createChannel();
  channel.on('error', (error) => log.warn({ ...facts, err: error }, 'lost the channel of a queue'));
  channel.on('handler-error', (error) => log.error({ ...facts, err: error }, 'a listener failed'));
  channel.once('close', onLost);
  return channel;
};

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
