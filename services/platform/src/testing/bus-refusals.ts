import { expect } from '@jest/globals';
import { Refusal } from '../errors/refusal.ts';
import { newId } from '../ids/ids.ts';
import { createRabbitmqBus } from '../bus/rabbitmq-bus.ts';
import type { FaultyWorld } from './bus-faults.ts';
import { keepText, until } from './bus-harness.ts';
import { quietLog } from './quiet-log.ts';

const LONG_MS = 60_000;

/** What a broker says no to, how a start goes on or ends, and what comes from elsewhere. */
export const testBusRefusals = ({ harness, broker, link, createBus, byHand }: FaultyWorld): void => {
  const { test, connect, tell, notesOf, outboxCount } = harness;

  test('when the password is wrong, then the start ends with a sentence, without it', async () => {
    const url = broker().url.replace('guest:guest', 'guest:a-wrong-one');
    const refused = createRabbitmqBus({ url, log: quietLog, signal: new AbortController().signal });
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toThrow(/AMQP_URL: the broker at 127\.0\.0\.1:\d+ does not let us in/);
    await expect(refused).rejects.not.toThrow('a-wrong-one');
  });

  test('when there is no broker yet, then the start waits for it', async () => {
    link().cut();
    const waiting = createBus(`test-${newId()}.`);
    await until(async () => link().dialCount() > 1);
    link().heal();
    const bus = await waiting;
    await bus.stop();
  });

  test('when nobody wants to wait for a broker any more, then the start ends', async () => {
    link().cut();
    const ending = new AbortController();
    const waiting = createBus(`test-${newId()}.`, { signal: ending.signal });
    ending.abort(new Error('The process is to end.'));
    await expect(waiting).rejects.toThrow('The process is to end.');
  });

  test('when a queue is there with other settings, then the start ends with a sentence that names it', async () => {
    const world = `test-${newId()}.`;
    const queue = `${world}${keepText.name}`;
    await byHand.declareQueue(queue);
    const bus = await createBus(world);
    await bus.subscribe({
      ...keepText,
      types: '*',
      deliver: async () => undefined,
      bury: async () => undefined,
    });
    const start = bus.start();
    await expect(start).rejects.toThrow(Refusal);
    await expect(start).rejects.toThrow(`The queue ${queue} is in the broker with other settings than ours`);
    await bus.stop();
  });

  test('when a queue of somebody else is in the way of publishing, then that is said with its name until it is gone', async () => {
    const world = `test-${newId()}.`;
    const queue = `${world}${keepText.name}`;
    await byHand.declareQueue(queue);
    const said: unknown[] = [];
    const log = quietLog.child({});
    log.warn = (facts: unknown) => void said.push(facts);
    const bus = await createBus(world, {
      queues: [{ name: keepText.name, types: keepText.reaction.types }],
      log,
    });
    await harness.connectBus(bus, []);
    await tell({ text: 'waits' });
    await until(async () => said.length >= 2);
    expect(said).toContainEqual({
      channel: 'publishing',
      reason: expect.stringMatching(new RegExp(`The queue ${queue} is .* Delete it when it is empty`)),
    });
    await expect(bus.ping()).rejects.toThrow(queue);
    expect(await outboxCount()).toBe(1);
    await byHand.deleteQueue(queue);
    await until(async () => (await outboxCount()) === 0);
    await bus.ping();
  });

  test(
    'when it starts again with changed settings, then the same queues serve',
    async () => {
      const { world, bus, messages } = await connect(keepText);
      await messages.stop();
      await bus.stop();
      const changed = await createBus(world, {
        retryDelaysMs: [7, 77, 777],
        pausesInProcess: 0,
        prefetch: 3,
      });
      await harness.connectBus(changed, [keepText]);
      await tell({ text: 'as before' });
      expect(await notesOf(1)).toEqual(['as before']);
    },
    LONG_MS,
  );

  test('when a message that is no event stands in a queue, then it is kept as it is, and blocks nothing', async () => {
    const { world, messages } = await connect(keepText);
    const queue = `${world}${keepText.name}`;
    await byHand.send(queue, 'no JSON', '{"type":"share.created.v99"}');
    await tell({ text: 'food' });
    await notesOf(1);
    await until(async () => (await messages.deadLetters.list()).length === 2);
    expect((await messages.deadLetters.list()).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['no JSON', { type: 'share.created.v99' }]),
    );
  });
};
