import { connect } from 'node:net';
import { once } from 'node:events';
import { runContainer } from './engine-container.ts';
import { notOurs } from './engine-process.ts';
import type { RunningEngine } from './engine-process.ts';
import { defineEngine } from './engine.ts';
import { runRabbitMqProgram } from './rabbitmq-program.ts';
import type { RabbitMqProgram } from './rabbitmq-program.ts';

/** A RabbitMQ broker for tests; the user `guest` may do everything. */
export interface RabbitMqBroker extends RunningEngine {
  readonly url: string;
  readonly port: number;
}

/** A broker of this machine, which can be brought into distress. */
export type OwnRabbitMqBroker = RabbitMqBroker & Pick<RabbitMqProgram, 'setMemoryAlarm'>;

const IMAGE = 'rabbitmq:4.1.4-alpine';
const BINARY = 'rabbitmq-server';

/** RabbitMQ; where one runs already: `TEST_AMQP_URL`. What is durable stays over `kill` and `start`. */
export const rabbitMq = defineEngine<RabbitMqBroker>({
  name: 'RabbitMQ',
  addressVariable: 'TEST_AMQP_URL',
  binary: BINARY,
  atAddress: async (url) => ({ url, port: Number(new URL(url).port) || 5672, ...notOurs }),
  inContainer: async () => {
    const engine = await runContainer({
      image: process.env['TEST_RABBITMQ_IMAGE'] ?? IMAGE,
      port: 5672,
      readyLog: /Server startup complete/,
    });
    return { ...engine, url: `amqp://guest:guest@${engine.host}:${engine.port}` };
  },
  fromBinary: (file) => ownBroker(file),
});

/** A broker that a test may kill and bring into distress: always a program of this machine. */
export const rabbitMqOfMachine = defineEngine<OwnRabbitMqBroker>({
  name: 'RabbitMQ as a program',
  addressVariable: '',
  binary: BINARY,
  atAddress: () => Promise.reject(new Error('Never at an address.')),
  fromBinary: (file) => ownBroker(file),
}).own;

const ownBroker = async (file: string): Promise<OwnRabbitMqBroker> => {
  const program = await runRabbitMqProgram(file, answers);
  return { ...program, url: `amqp://guest:guest@127.0.0.1:${program.port}` };
};

/** It answers the header of the protocol when its listeners are up, which is last. */
const answers = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write(Buffer.from([0x41, 0x4d, 0x51, 0x50, 0, 0, 9, 1]));
    const [said] = (await once(socket, 'data')) as [Buffer];
    return said[0] === 1;
  } finally {
    socket.destroy();
  }
};
