import { expect } from '@jest/globals';
import { on, subscribe } from '../bus/subscription.ts';
import { newId } from '../ids/ids.ts';
import { aCloudEvent } from './a-cloud-event.ts';
import type { FaultyWorld } from './bus-faults.ts';
import { keepText, until } from './bus-harness.ts';
import { NoteWrittenV1 } from './note-event.ts';

const LONG_MS = 60_000;
const ENDS_WITHIN_MS = 15_000;

/** What ends a channel alone, what the broker itself gives up on, and how a bus ends whose broker does not answer. */
export const testBusMishaps = ({ harness, link, createBus, byHand }: FaultyWorld): void => {
  const { test, connect, connectBus, tell, notes, notesOf, outboxCount } = harness;

  test('when a channel is ended by a 404, then it is opened again, all is declared again, and nothing is lost', async () => {
    const world = `test-${newId()}.`;
    const queues = [{ name: keepText.name, types: keepText.reaction.types }];
    await connectBus(await createBus(world, { queues }), [keepText]);
    await tell({ text: 'before' });
    await notesOf(1);
    await byHand.deleteExchange(`${world}vitrine.events`);
    await tell({ text: 'after' });
    expect(await notesOf(2)).toEqual(['before', 'after']);
  });

  test('when the broker gave a message up, then it stands with the dead letters, and a replay has its effect', async () => {
    const { world, messages } = await connect(keepText);
    const data = { noteId: newId(), text: 'given up' };
    const event = aCloudEvent(NoteWrittenV1, { subject: 's', data });
    await byHand.send(`${world}${keepText.name}.dead`, JSON.stringify(event));
    await until(async () => (await messages.deadLetters.list()).length === 1);
    const [letter] = await messages.deadLetters.list();
    expect(letter).toMatchObject({ error: expect.stringContaining('The broker gave the message up'), event });
    expect(await notes()).toEqual([]);
    await messages.deadLetters.replay(letter?.id ?? '');
    expect(await notes()).toEqual(['given up']);
    expect(await messages.deadLetters.list()).toEqual([]);
  });

  test(
    'when the broker answers nothing, then the bus ends within its limit and leaves in the outbox what it did not take',
    async () => {
      const { bus, messages } = await connect(keepText);
      link().stall();
      await tell({ text: 'stays' });
      const startedAt = performance.now();
      await messages.stop();
      await bus.stop();
      expect(performance.now() - startedAt).toBeLessThan(ENDS_WITHIN_MS);
      expect(await outboxCount()).toBe(1);
    },
    LONG_MS,
  );

  test(
    'when the broker answers nothing while a message is put off, then the bus ends within its limit all the same',
    async () => {
      const world = `test-${newId()}.`;
      const failed = Promise.withResolvers<unknown>();
      const failing = subscribe(
        keepText.name,
        on(NoteWrittenV1, () => {
          link().stall();
          failed.resolve(undefined);
          return Promise.reject(new Error('not yet'));
        }),
      );
      const bus = await createBus(world, { pausesInProcess: 0, publishTimeoutMs: 600_000 });
      const { messages } = await connectBus(bus, [failing]);
      await tell({ text: 'put off' });
      await failed.promise;
      const startedAt = performance.now();
      await messages.stop();
      await bus.stop();
      expect(performance.now() - startedAt).toBeLessThan(ENDS_WITHIN_MS);
    },
    LONG_MS,
  );
};
