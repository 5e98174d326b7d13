import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../ids/ids.ts';
import { aCloudEvent } from '../testing/a-cloud-event.ts';
import { rabbitMqOfMachine } from '../testing/infrastructure/rabbitmq.ts';
import { NoteWrittenV1 } from '../testing/note-event.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { testWhere } from '../testing/requires.ts';
import type { Consumer } from './port.ts';
import { createRabbitmqBus } from './rabbitmq-bus.ts';
import { assertIsDeclared } from './rabbitmq/declared-queues.ts';

const { requirement } = rabbitMqOfMachine;
const queues = [{ name: 'share.when-note-written', types: [NoteWrittenV1.type] }];
const signal = new AbortController().signal;
let broker: Awaited<ReturnType<typeof rabbitMqOfMachine.start>> | undefined;

beforeAll(async () => {
  if (requirement.met) broker = await rabbitMqOfMachine.start();
}, 120_000);
afterAll(() => broker?.stop(), 60_000);

const aBus = () => createRabbitmqBus({ url: broker?.url ?? '', log: quietLog, signal, queues });

const consumerNamed = (name: string, deliver: Consumer['deliver']): Consumer => ({
  name,
  types: [NoteWrittenV1.type],
  audience: 'one process',
  deliver,
  bury: () => Promise.resolve(),
});

testWhere(
  requirement,
  'when an event is told before its listener ever started, then it is kept',
  async () => {
    const teller = await aBus();
    await teller.start();
    const event = aCloudEvent(NoteWrittenV1, { subject: 's', data: { noteId: newId(), text: 'early' } });
    await teller.publish(event);
    await teller.stop();

    const heard = Promise.withResolvers<unknown>();
    const listener = await aBus();
    await listener.subscribe(
      consumerNamed('share.when-note-written', async (message) => {
        heard.resolve(message);
      }),
    );
    await listener.start();
    expect(await heard.promise).toMatchObject({ id: event.id });
    await listener.stop();
  },
);

testWhere(
  requirement,
  'when a subscription is declared nowhere, then its service does not start',
  async () => {
    const bus = await aBus();
    const stranger = consumerNamed('share.when-something-else', () => Promise.resolve());
    await expect(bus.subscribe(stranger)).rejects.toThrow('not declared alike');
    await bus.stop();
  },
);

test('when a listener takes more types than are declared, then they are not alike', () => {
  const consumer = consumerNamed('share.when-note-written', () => Promise.resolve());
  expect(() => assertIsDeclared(consumer, queues)).not.toThrow();
  expect(() => assertIsDeclared({ ...consumer, types: '*' }, queues)).toThrow('not declared alike');
});
