import type { Channel } from 'amqplib';
import { Refusal } from '../../errors/refusal.ts';
import type { Consumer } from '../port.ts';

/** The exchange and the queues in the broker. Everything here is for good: a queue cannot be changed, only replaced. */
export interface Topology {
  readonly exchange: string;
  readonly declareExchange: (channel: Channel) => Promise<unknown>;
  readonly queuesOf: (consumer: Pick<Consumer, 'name' | 'audience'>) => Queues;
  /** Declares what feeds a consumer, again and again without harm. Rejects with `Refusal` where a queue is another. */
  readonly declare: (
    channel: Channel,
    consumer: Pick<Consumer, 'name' | 'audience' | 'types'>,
  ) => Promise<void>;
}

/** The queues of one consumer by their names. */
export interface Queues {
  readonly main: string;
  /** Where a failed message waits until it goes back; each for as long as its own `expiration` says. */
  readonly retry: string;
  /** Where the broker itself puts what it gave up on. */
  readonly dead: string;
}

/**
 * The broker itself gives a message up only after so many crashes, since it counts those of innocent neighbours too.
 * Said explicitly: 3.10 and 3.13 have no limit, 4.x one of 20. No lower limit would do for 10,000 restarts.
 */
const DELIVERY_LIMIT = 10_000;

/** A queue of a process that was killed goes away so long after; one that lost its link finds it again before. */
const PROCESS_QUEUE_EXPIRES_MS = 600_000;

/** Only what RabbitMQ 3.10, 3.13 and 4.x have alike. Moving a message to another queue loses none: at-least-once. */
const quorum = (deadLetterQueue?: string) => ({
  'x-queue-type': 'quorum',
  ...(deadLetterQueue === undefined
    ? {}
    : {
        'x-dead-letter-exchange': '',
        'x-dead-letter-routing-key': deadLetterQueue,
        'x-dead-letter-strategy': 'at-least-once',
        'x-overflow': 'reject-publish',
      }),
});

/** The names begin with the namespace, which keeps installations apart that share a virtual host. */
export const topologyOf = (options: { readonly namespace: string; readonly processId: string }): Topology => {
  const exchange = `${options.namespace}vitrine.events`;
  const queuesOf: Topology['queuesOf'] = ({ name, audience }) => {
    const main = `${options.namespace}${name}${audience === 'every process' ? `.${options.processId}` : ''}`;
    return { main, retry: `${main}.retry`, dead: `${main}.dead` };
  };
  const declareExchange = (channel: Channel) => channel.assertExchange(exchange, 'topic', { durable: true });
  return {
    exchange,
    declareExchange,
    queuesOf,
    declare: async (channel, consumer) => {
      const { main, retry, dead } = queuesOf(consumer);
      await declareExchange(channel);
      if (consumer.audience === 'every process') {
        await declareQueue(channel, main, {
          'x-queue-type': 'classic',
          'x-expires': PROCESS_QUEUE_EXPIRES_MS,
        });
      } else {
        await declareQueue(channel, dead, { ...quorum(), 'x-delivery-limit': DELIVERY_LIMIT });
        await declareQueue(channel, retry, quorum(main));
        await declareQueue(channel, main, { ...quorum(dead), 'x-delivery-limit': DELIVERY_LIMIT });
      }
      const patterns = consumer.types === '*' ? ['#'] : consumer.types;
      for (const pattern of patterns) await channel.bindQueue(main, exchange, pattern);
    },
  };
};

const declareQueue = async (
  channel: Channel,
  queue: string,
  args: Record<string, unknown>,
): Promise<void> => {
  try {
    await channel.assertQueue(queue, { durable: true, arguments: args });
  } catch (error) {
    if (!isCode(error, 406)) throw error;
    const [detail = 'its arguments'] = /inequivalent arg '[^']+'/.exec(String(error)) ?? [];
    throw new Refusal(
      `The queue ${queue} is in the broker with other settings than ours (${detail}). ` +
        'Delete it when it is empty: it is made anew.',
      { cause: error },
    );
  }
};

const isCode = (error: unknown, code: number): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
