import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { SubscriptionContract } from '@vitrine/contracts';
import type { ConsumeMessage } from 'amqplib';
import { newId } from '../ids/ids.ts';
import type { Log } from '../log/log.ts';
import { deliverUntilDone } from './deliver-until-done.ts';
import { unobserved } from './observer.ts';
import type { BusObserver } from './observer.ts';
import type { Consumer, NetworkBus } from './port.ts';
import { consume } from './rabbitmq/consuming.ts';
import type { Consuming, Source } from './rabbitmq/consuming.ts';
import { assertIsDeclared, declareAll } from './rabbitmq/declared-queues.ts';
import { createHandling } from './rabbitmq/handle-delivery.ts';
import { openLink } from './rabbitmq/link.ts';
import type { Link } from './rabbitmq/link.ts';
import { bodyOf, messageOf } from './rabbitmq/messages.ts';
import { createPublisher } from './rabbitmq/publisher.ts';
import type { Publisher } from './rabbitmq/publisher.ts';
import { topologyOf } from './rabbitmq/topology.ts';
import type { Topology } from './rabbitmq/topology.ts';

/** What the bus of RabbitMQ is told; all but the address has a default. */
export interface RabbitmqBusOptions {
  readonly url: string;
  readonly log: Log;
  /** Ends the waiting for a broker that is not there. */
  readonly signal: AbortSignal;
  readonly observer?: BusObserver;
  readonly retryDelaysMs?: readonly number[];
  /** How many of these pauses pass within the process; the others in the broker. */
  readonly pausesInProcess?: number;
  /** How many messages of a subscription are in work at once. */
  readonly prefetch?: number;
  /** How long an event may wait for the broker to confirm it. */
  readonly publishTimeoutMs?: number;
  /** Before all names in the broker: keeps apart what shares a virtual host. */
  readonly namespace?: string;
  /** Every queue of the system that is to have what is published, whether or not somebody listens yet. */
  readonly queues?: readonly SubscriptionContract[];
}

interface Parts extends Required<RabbitmqBusOptions> {
  readonly publishing: Link;
  readonly consuming: Link;
  readonly publisher: Publisher;
  readonly topology: Topology;
  readonly stopping: AbortController;
}

const DEFAULTS = {
  observer: unobserved,
  retryDelaysMs: [50, 250, 1_000, 5_000, 15_000],
  pausesInProcess: 2,
  prefetch: 256,
  publishTimeoutMs: 15_000,
  namespace: '',
  queues: [],
};
const FLUSH_MS = 2_000;
const BURY_AGAIN_AFTER_MS = 15_000;

/**
 * Connects to RabbitMQ 3.10 or later, waiting for a broker that is not there yet. Two connections: a broker that lacks
 * memory stops to read from those that publish, and the acknowledgements of the other come through all the same.
 * @throws Refusal with a sentence for a wrong password
 */
export const createRabbitmqBus = async (options: RabbitmqBusOptions): Promise<NetworkBus> => {
  const parts = await connectBoth({ ...DEFAULTS, ...options });
  const { publishing, consuming, publisher, topology, stopping } = parts;
  const consumers: Consumer[] = [];
  const started = Promise.withResolvers<unknown>();
  let running: Consuming[] = [];

  const stopConsuming = async (): Promise<void> => {
    stopping.abort(new Error('The bus is stopping.'));
    await Promise.all(running.map(({ stop }) => stop()));
    await Promise.all(running.map(({ close }) => close()));
    running = [];
  };
  return {
    reach: 'network',
    subscribe: async (consumer) => {
      assertIsDeclared(consumer, parts.queues);
      consumers.push(consumer);
    },
    publish: async (event) => {
      await started.promise;
      await publisher.publish({ exchange: topology.exchange, routingKey: event.type, ...messageOf(event) });
    },
    whenOpen: async () => {
      await started.promise;
      await publisher.whenOpen();
    },
    start: async () => {
      running = consumers.map((consumer) => consumeFor(consumer, parts));
      await Promise.all(running.map(({ firstOpen }) => firstOpen));
      started.resolve(undefined);
    },
    ping: async () => {
      if (!publishing.isConnected() || !consuming.isConnected())
        throw new Error('The broker is not connected.');
      const refused = publisher.refusal() ?? running.find(({ refusal }) => refusal())?.refusal();
      if (refused) throw refused;
    },
    stopConsuming,
    stop: async () => {
      await stopConsuming();
      await publisher.close(FLUSH_MS);
      await Promise.all([publishing.close(), consuming.close()]);
    },
  };
};

const connectBoth = async (options: Required<RabbitmqBusOptions>): Promise<Parts> => {
  const { log, observer, publishTimeoutMs, namespace, queues } = options;
  let onBlocked: (isBlocked: boolean) => void = () => undefined;
  const publishing = await openLink({
    ...options,
    name: 'vitrine, publishing',
    onBlocked: (isBlocked) => {
      observer.blocked(isBlocked);
      onBlocked(isBlocked);
    },
  });
  const topology = topologyOf({ namespace, processId: newId() });
  const publisher = createPublisher({
    link: publishing,
    log,
    observer,
    timeoutMs: publishTimeoutMs,
    declare: (channel) => declareAll(channel, topology, queues),
  });
  onBlocked = publisher.setBlocked;
  const consuming = await openLink({ ...options, name: 'vitrine, consuming' }).catch(
    async (error: unknown) => {
      await publishing.close();
      throw error;
    },
  );
  const stopping = new AbortController();
  // Every message that waits for its next attempt listens.
  setMaxListeners(0, stopping.signal);
  return { ...options, publishing, consuming, publisher, topology, stopping };
};

const consumeFor = (consumer: Consumer, parts: Parts): Consuming => {
  const { consuming, log, topology } = parts;
  return consume({
    link: consuming,
    log,
    declare: (channel) => topology.declare(channel, consumer),
    sources: consumer.audience === 'every process' ? [ofProcess(consumer, parts)] : shared(consumer, parts),
  });
};

const shared = (consumer: Consumer, parts: Parts): Source[] => {
  const { main, retry, dead } = parts.topology.queuesOf(consumer);
  const { exchange } = parts.topology;
  const stopping = parts.stopping.signal;
  const handle = createHandling({ ...parts, consumer, exchange, retryQueue: retry, stopping });
  return [
    { queue: main, prefetch: parts.prefetch, handle },
    { queue: dead, prefetch: 1, handle: (message) => buryForBroker(message, consumer, parts) },
  ];
};

/** What the broker gave up on is kept where all else is that was given up: there is one list of it. */
const buryForBroker = async (message: ConsumeMessage, consumer: Consumer, parts: Parts): Promise<void> => {
  const reason = new Error('The broker gave the message up: it was handed out too often without an answer.');
  for (;;) {
    try {
      await consumer.bury(bodyOf(message), reason, 0);
      parts.observer.dead(consumer.name);
      return;
    } catch (error) {
      parts.log.warn({ subscription: consumer.name, err: error }, 'could not keep a dead message');
      await pauseOf(parts)(BURY_AGAIN_AFTER_MS);
    }
  }
};

const ofProcess = (consumer: Consumer, parts: Parts): Source => ({
  queue: parts.topology.queuesOf(consumer).main,
  prefetch: parts.prefetch,
  handle: (message) =>
    deliverUntilDone(consumer, bodyOf(message), {
      retryDelaysMs: parts.retryDelaysMs,
      pause: pauseOf(parts),
      inPlace: (work) => work(),
    }),
});

const pauseOf =
  ({ stopping }: Pick<Parts, 'stopping'>) =>
  async (delayMs: number): Promise<void> => {
    await pause(delayMs, undefined, { signal: stopping.signal });
  };
