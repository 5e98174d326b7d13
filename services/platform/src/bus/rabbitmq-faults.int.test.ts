import { afterAll, beforeAll } from '@jest/globals';
import { connect } from 'amqplib';
import type { ConfirmChannel } from 'amqplib';
import { testBusFaults } from '../testing/bus-faults.ts';
import { rabbitMqOfMachine } from '../testing/infrastructure/rabbitmq.ts';
import type { OwnRabbitMqBroker } from '../testing/infrastructure/rabbitmq.ts';

const { requirement } = rabbitMqOfMachine;
const STARTS_WITHIN_MS = 120_000;
let broker: OwnRabbitMqBroker | undefined;

beforeAll(async () => {
  if (requirement.met) broker = await rabbitMqOfMachine.start();
}, STARTS_WITHIN_MS);
afterAll(() => broker?.stop(), STARTS_WITHIN_MS);

const presentBroker = (): OwnRabbitMqBroker => {
  if (!broker) throw new Error('There is no broker.');
  return broker;
};

const onChannel = async <T>(work: (channel: ConfirmChannel) => Promise<T>): Promise<T> => {
  const connection = await connect(presentBroker().url);
  const channel = await connection.createConfirmChannel();
  // A queue that is not there ends the channel.
  channel.on('error', () => undefined);
  try {
    return await work(channel);
  } finally {
    await connection.close();
  }
};

testBusFaults(
  {
    broker: presentBroker,
    byHand: {
      declareQueue: (queue) =>
        onChannel(async (channel) => {
          await channel.assertQueue(queue, { durable: true });
        }),
      deleteQueue: (queue) =>
        onChannel(async (channel) => {
          await channel.deleteQueue(queue);
        }),
      deleteExchange: (exchange) =>
        onChannel(async (channel) => {
          await channel.deleteExchange(exchange);
        }),
      consumerCount: (queue) =>
        onChannel((channel) =>
          channel.checkQueue(queue).then(
            ({ consumerCount }) => consumerCount,
            () => 0,
          ),
        ),
      send: (queue, ...texts) =>
        onChannel(async (channel) => {
          for (const text of texts) channel.sendToQueue(queue, Buffer.from(text));
          await channel.waitForConfirms();
        }),
    },
  },
  requirement,
);
