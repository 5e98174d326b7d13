import { SUBSCRIPTIONS } from '@vitrine/contracts';
import type { BusObserver } from '../bus/observer.ts';
import type { NetworkBus } from '../bus/port.ts';
import { createRabbitmqBus } from '../bus/rabbitmq-bus.ts';
import type { Connection, Opening } from './run-process.ts';

/** The bus of RabbitMQ at an address. */
export const busAt =
  (url: string, observer: BusObserver): Opening<NetworkBus & Connection> =>
  async (options) => {
    const bus = await createRabbitmqBus({ url, observer, queues: SUBSCRIPTIONS, ...options });
    return { ...bus, close: bus.stop };
  };
