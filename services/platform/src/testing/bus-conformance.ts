import { expect } from '@jest/globals';
import type { Bus } from '../bus/port.ts';
import { on, onEvery, subscribe } from '../bus/subscription.ts';
import { newId } from '../ids/ids.ts';
import { newEvent } from '../outbox/new-event.ts';
import { aCloudEvent } from './a-cloud-event.ts';
import { testBusAudiences } from './bus-audiences.ts';
import { testBusFailures } from './bus-failures.ts';
import { busHarness, keepText, until } from './bus-harness.ts';
import type { BusHarness } from './bus-harness.ts';
import { testBusStops } from './bus-stops.ts';
import { testBusTogether } from './bus-together.ts';
import type { NoteTransaction } from './note-database.ts';
import { NoteWrittenV1 } from './note-event.ts';
import type { Requirement } from './requires.ts';

/** What a bus keeps its promises by, over a real outbox and inbox; run for every adapter of the port. */
export const testBus = (createBus: (world: string) => Promise<Bus>, requirement?: Requirement): void => {
  const harness = busHarness(createBus, requirement);
  testBusDelivery(harness);
  testBusFailures(harness);
  testBusAudiences(harness);
  testBusStops(harness);
  testBusTogether(harness);
};

const testBusDelivery = ({ test, connect, tell, notes, notesOf, outboxCount }: BusHarness): void => {
  test('when an event was committed, then every subscription handles it', async () => {
    const copy = subscribe(
      'activity.when-anything',
      onEvery((event, tx: NoteTransaction) => tx.notes.add(newId(), `${event.type} to all`)),
    );
    await connect(keepText, copy);
    await tell({ text: 'hello' });
    expect((await notesOf(2)).sort()).toEqual(['hello', 'note.written.v1 to all']);
  });

  test('when nobody listens to an event, then it leaves the outbox all the same', async () => {
    const { messages } = await connect();
    await tell({ text: 'to nobody' });
    await messages.settled();
    expect(await outboxCount()).toBe(0);
  });

  test('when many events are of one subject, then they come in order', async () => {
    await connect(keepText);
    const subject = newId();
    const texts = Array.from({ length: 150 }, (_, index) => `note ${index}`);
    await tell(...texts.slice(0, 70).map((text) => ({ text, subject })));
    await tell(...texts.slice(70).map((text) => ({ text, subject })));
    expect(await notesOf(texts.length)).toEqual(texts);
  });

  test('when an event carries more than we know, then it is handled', async () => {
    const { bus } = await connect(keepText);
    const event = aCloudEvent(NoteWrittenV1, { subject: 's', data: { noteId: newId(), text: 'more' } });
    await bus.publish({ ...event, data: { ...(event.data as object), later: true } });
    expect(await notesOf(1)).toEqual(['more']);
  });

  test('when an event comes again, even at the same time, then it has one effect', async () => {
    const { bus } = await connect(keepText);
    const event = aCloudEvent(NoteWrittenV1, { subject: 's', data: { noteId: newId(), text: 'once' } });
    const last = aCloudEvent(NoteWrittenV1, { subject: 's', data: { noteId: newId(), text: 'last' } });
    await Promise.all([bus.publish(event), bus.publish(event), bus.publish({ ...event, subject: 'other' })]);
    await bus.publish(event);
    await bus.publish(last);
    await until(async () => (await notes()).includes('last'));
    expect(await notes()).toEqual(['once', 'last']);
  });

  test('when a reaction adds events of its own, then they carry on the trace', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const answering = subscribe(
      'share.when-note-written',
      on(NoteWrittenV1, async ({ data }, { outbox }: NoteTransaction) => {
        if (data.text === 'question') {
          await outbox.add([
            newEvent(NoteWrittenV1, { subject: 's', data: { noteId: data.noteId, text: 'answer' } }),
          ]);
        }
      }),
    );
    const listening = subscribe(
      'activity.when-anything',
      onEvery(async ({ traceparent: received, data }, tx: NoteTransaction) => {
        await tx.notes.add(newId(), `${(data as { text: string }).text} ${received ?? 'lost'}`);
      }),
    );
    const { bus } = await connect(answering, listening);
    const data = { noteId: newId(), text: 'question' };
    await bus.publish(aCloudEvent(NoteWrittenV1, { subject: 's', data }, { traceparent }));
    expect(await notesOf(2)).toEqual([`question ${traceparent}`, `answer ${traceparent}`]);
  });
};
