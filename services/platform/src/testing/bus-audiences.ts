import { expect } from '@jest/globals';
import { on, subscribeEachProcess } from '../bus/subscription.ts';
import type { BusHarness } from './bus-harness.ts';
import { NoteWrittenV1 } from './note-event.ts';

/** What reaches every process, and leaves nothing behind in a database. */
export const testBusAudiences = ({ test, connect, connectProcesses, tell }: BusHarness): void => {
  test('when a subscription is of each process, then each of them gets the event', async () => {
    const first = Promise.withResolvers<string>();
    const second = Promise.withResolvers<string>();
    const heard = (by: typeof first) =>
      subscribeEachProcess(
        'download.when-note-written',
        on(NoteWrittenV1, async ({ data }) => by.resolve(data.text)),
      );
    await connectProcesses([heard(first)], [heard(second)]);
    await tell({ text: 'to all' });
    expect(await Promise.all([first.promise, second.promise])).toEqual(['to all', 'to all']);
  });

  test('when the reaction of a process keeps failing, then nothing is buried and the next event comes', async () => {
    const heard: string[] = [];
    const { messages } = await connect(
      subscribeEachProcess(
        'download.when-note-written',
        on(NoteWrittenV1, async ({ data }) => {
          if (data.text === 'poison') throw new Error('it hurts');
          heard.push(data.text);
          all.resolve(undefined);
        }),
      ),
    );
    const all = Promise.withResolvers<unknown>();
    await tell({ text: 'poison' }, { text: 'food' });
    await all.promise;
    await messages.settled();
    expect(heard).toEqual(['food']);
    expect(await messages.deadLetters.list()).toEqual([]);
  });
};
