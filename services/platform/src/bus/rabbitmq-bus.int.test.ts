import { afterAll, beforeAll } from '@jest/globals';
import { connect } from 'amqplib';
import { testBus } from '../testing/bus-conformance.ts';
import { RETRY_DELAYS_MS } from '../testing/bus-harness.ts';
import { rabbitMq } from '../testing/infrastructure/rabbitmq.ts';
import type { RabbitMqBroker } from '../testing/infrastructure/rabbitmq.ts';
import { quietLog } from '../testing/quiet-log.ts';
import type { Bus } from './port.ts';
import { createRabbitmqBus } from './rabbitmq-bus.ts';

const { requirement } = rabbitMq;
const STARTS_WITHIN_MS = 120_000;
const queues = new Set<string>();
let broker: RabbitMqBroker | undefined;

beforeAll(async () => {
  if (requirement.met) broker = await rabbitMq.start();
}, STARTS_WITHIN_MS);
afterAll(async () => {
  if (broker) await deleteQueues(broker.url);
  await broker?.stop();
}, STARTS_WITHIN_MS);

testBus(async (world) => {
  const bus = await createRabbitmqBus({
    url: broker?.url ?? '',
    log: quietLog,
    signal: new AbortController().signal,
    namespace: world,
    retryDelaysMs: RETRY_DELAYS_MS,
    pausesInProcess: 1,
  });
  return remembering(bus, world);
}, requirement);

const remembering = (bus: Bus, world: string): Bus => ({
  ...bus,
  subscribe: async (consumer) => {
    for (const suffix of ['', '.retry', '.dead']) queues.add(`${world}${consumer.name}${suffix}`);
    await bus.subscribe(consumer);
  },
});

/** The broker may be somebody's own. */
const deleteQueues = async (url: string): Promise<void> => {
  const connection = await connect(url);
  const channel = await connection.createChannel();
  for (const queue of queues) await channel.deleteQueue(queue);
  await connection.close();
};
