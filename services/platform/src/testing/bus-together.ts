import { expect } from '@jest/globals';
import { onEveryTogether, onTogether, subscribe } from '../bus/subscription.ts';
import { newId } from '../ids/ids.ts';
import { keepText, until } from './bus-harness.ts';
import type { BusHarness } from './bus-harness.ts';
import type { NoteTransaction } from './note-database.ts';
import { NoteWrittenV1 } from './note-event.ts';

/** What a bus hands over at once to reactions that take several. */
export const testBusTogether = ({ test, connect, tell, notes, notesOf }: BusHarness): void => {
  test('when a reaction takes several at once and one of them is poison, then only that one is buried', async () => {
    const sizes: number[] = [];
    const keepTogether = subscribe(
      keepText.name,
      onTogether([NoteWrittenV1], async (events, tx: NoteTransaction) => {
        sizes.push(events.length);
        await tx.notes.keepAll(events.map(({ data }) => ({ id: newId(), text: data.text })));
        if (events.some(({ data }) => data.text === 'poison')) throw new Error('it hurts');
      }),
    );
    const { messages } = await connect(keepTogether);
    const texts = Array.from({ length: 40 }, (_, index) => `note ${index}`);
    await tell(...texts.toSpliced(11, 0, 'poison').map((text) => ({ text })));
    await until(async () => (await messages.deadLetters.list()).length === 1);
    expect((await notesOf(texts.length)).sort()).toEqual(texts.sort());
    expect(Math.max(...sizes)).toBeGreaterThan(1);
    expect(await messages.deadLetters.list()).toMatchObject([{ event: { data: { text: 'poison' } } }]);
  });

  test('when several of one subject come, then a reaction that takes several gets one after the other', async () => {
    const inOrder = subscribe(
      keepText.name,
      onEveryTogether(async (events, tx: NoteTransaction) => {
        expect(new Set(events.map(({ subject }) => subject)).size).toBe(events.length);
        for (const { data } of events) await tx.notes.add(newId(), (data as { text: string }).text);
      }),
    );
    await connect(inOrder);
    const subject = newId();
    const texts = Array.from({ length: 20 }, (_, index) => `note ${index}`);
    await tell(...texts.map((text) => ({ text, subject })));
    await notesOf(texts.length);
    expect(await notes()).toEqual(texts);
  });
};
