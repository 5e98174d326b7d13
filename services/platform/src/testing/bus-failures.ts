import { expect } from '@jest/globals';
import type { Messages } from '../bus/connect-to-bus.ts';
import { PermanentError } from '../bus/permanent-error.ts';
import { on, subscribe } from '../bus/subscription.ts';
import { newId } from '../ids/ids.ts';
import { aCloudEvent } from './a-cloud-event.ts';
import { keepText, RETRY_DELAYS_MS, until } from './bus-harness.ts';
import type { BusHarness } from './bus-harness.ts';
import type { NoteTransaction } from './note-database.ts';
import { NoteWrittenV1 } from './note-event.ts';

const ATTEMPTS_MAX = RETRY_DELAYS_MS.length + 1;

const buried = ({ deadLetters }: Messages, count: number) =>
  until(async () => (await deadLetters.list()).length === count);

/** What a bus does with messages that cannot be handled, yet or ever. */
export const testBusFailures = ({ test, connect, tell, notes, notesOf }: BusHarness): void => {
  test('when a reaction fails for a while, then it is tried again after growing pauses, and has one effect', async () => {
    const attempts: number[] = [];
    const failing = subscribe(
      'share.when-note-written',
      on(NoteWrittenV1, async ({ data }, tx: NoteTransaction) => {
        attempts.push(performance.now());
        await tx.notes.add(newId(), data.text);
        if (attempts.length < 3) throw new Error('not yet');
      }),
    );
    const { messages } = await connect(failing);
    await tell({ text: 'at last' });
    await notesOf(1);
    const [first = 0, second = 0, third = 0] = attempts;
    // A timer may be a millisecond early.
    expect(second - first).toBeGreaterThanOrEqual(19);
    expect(third - second).toBeGreaterThanOrEqual(59);
    expect(await notes()).toEqual(['at last']);
    expect(await messages.deadLetters.list()).toEqual([]);
  });

  test('when a reaction always fails, then its message is buried and blocks no other subject or subscription', async () => {
    let attempts = 0;
    const poisoned = subscribe(
      'guest-invitation.when-note-written',
      on(NoteWrittenV1, async ({ data }, tx: NoteTransaction) => {
        if (data.text === 'poison') {
          attempts += 1;
          // Before the last one the other has to be handled, however busy the machine is.
          if (attempts === ATTEMPTS_MAX) await last.promise;
          throw new Error('it hurts');
        }
        await tx.notes.add(newId(), `also ${data.text}`);
        handled.resolve(undefined);
      }),
    );
    const [handled, last] = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
    const { messages } = await connect(keepText, poisoned);
    await tell({ text: 'poison' }, { text: 'food' });
    await handled.promise;
    expect(await messages.deadLetters.list()).toEqual([]);
    last.resolve(undefined);
    await buried(messages, 1);
    expect((await notes()).sort()).toEqual(['also food', 'food', 'poison']);
    expect(await messages.deadLetters.list()).toMatchObject([
      {
        subscription: 'guest-invitation.when-note-written',
        attempts: ATTEMPTS_MAX,
        error: expect.stringContaining('it hurts'),
        event: { data: { text: 'poison' } },
      },
    ]);
  });

  test('when a buried message is replayed, then it has its effect and is buried no more', async () => {
    let isBroken = true;
    const mended = subscribe(
      'share.when-note-written',
      on(NoteWrittenV1, async ({ data }, tx: NoteTransaction) => {
        if (isBroken) throw new PermanentError('broken');
        await tx.notes.add(newId(), data.text);
      }),
    );
    const { messages } = await connect(mended);
    await tell({ text: 'again' });
    await buried(messages, 1);
    const [letter] = await messages.deadLetters.list();
    await expect(messages.deadLetters.replay(letter!.id)).rejects.toThrow('broken');
    isBroken = false;
    await messages.deadLetters.replay(letter!.id);
    expect(await notes()).toEqual(['again']);
    expect(await messages.deadLetters.list()).toEqual([]);
    await expect(messages.deadLetters.replay(letter!.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('when a message cannot be read, then it is buried at the first attempt', async () => {
    const { bus, messages } = await connect(keepText);
    const event = aCloudEvent(NoteWrittenV1, { subject: 's', data: { noteId: newId(), text: 'x' } });
    await bus.publish({ ...event, data: { text: 17 } });
    await bus.publish({ ...event, id: 'not a uuid' });
    await buried(messages, 2);
    expect(await messages.deadLetters.list()).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
    expect(await notes()).toEqual([]);
  });
};
