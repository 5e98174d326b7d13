import { expect } from '@jest/globals';
import { on, subscribe } from '../bus/subscription.ts';
import { newId } from '../ids/ids.ts';
import { keepText } from './bus-harness.ts';
import type { BusHarness } from './bus-harness.ts';
import type { NoteTransaction } from './note-database.ts';
import { NoteWrittenV1 } from './note-event.ts';

/** What a bus leaves behind when it ends, in good order or not. */
export const testBusStops = ({ test, connect, tell, notes, notesOf }: BusHarness): void => {
  test('when a process dies between publishing and the effect, then the next one has the effect', async () => {
    const entered = Promise.withResolvers<unknown>();
    const hanging = subscribe(
      'share.when-note-written',
      on(NoteWrittenV1, async (_event, _tx: NoteTransaction) => {
        entered.resolve(undefined);
        throw new Error('the process is about to die');
      }),
    );
    const { bus, messages } = await connect(hanging);
    await tell({ text: 'survives' });
    await entered.promise;
    await bus.stop();
    await messages.stop();
    expect(await notes()).toEqual([]);
    await connect(keepText);
    expect(await notesOf(1)).toEqual(['survives']);
  });

  test('when the bus stops, then it waits for the reaction that runs and starts no other', async () => {
    const entered = Promise.withResolvers<unknown>();
    const goOn = Promise.withResolvers<unknown>();
    const slow = subscribe(
      'share.when-note-written',
      on(NoteWrittenV1, async ({ data }, tx: NoteTransaction) => {
        entered.resolve(undefined);
        await goOn.promise;
        await tx.notes.add(newId(), data.text);
      }),
    );
    const { bus, messages } = await connect(slow);
    const subject = newId();
    await tell({ text: 'running', subject }, { text: 'waiting', subject });
    await entered.promise;
    const stopped = bus.stop();
    goOn.resolve(undefined);
    await stopped;
    expect(await notes()).toEqual(['running']);
    await messages.stop();
    await connect(keepText);
    expect(await notesOf(2)).toEqual(['running', 'waiting']);
  });
};
