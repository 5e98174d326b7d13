import { expect, test } from '@jest/globals';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { NoteWrittenV1 } from '@vitrine/platform/testing/note-event.ts';
import { holdable } from './holdable-bus.ts';

const aBus = async () => {
  const bus = holdable(createInProcessBus());
  await bus.start();
  const told: string[] = [];
  const tellWhenOpen = async (what: string) => {
    await bus.whenOpen();
    told.push(what);
  };
  return { bus, told, tellWhenOpen };
};

test('when work is going on, then what is to be told waits for its end', async () => {
  const { bus, told, tellWhenOpen } = await aBus();
  await tellWhenOpen('before');
  const waiting: Promise<void>[] = [];
  const outcome = await bus.holdWhile(async () => {
    waiting.push(tellWhenOpen('of the work'));
    // Publishing itself goes on: what is kept back is that somebody begins to.
    await bus.publish(aCloudEvent(NoteWrittenV1, { subject: 's', data: { noteId: newId(), text: 'a' } }));
    return [...told];
  });
  expect(outcome).toEqual(['before']);
  await Promise.all(waiting);
  expect(told).toEqual(['before', 'of the work']);
});

test('when the work fails, then the bus is open again', async () => {
  const { bus, told, tellWhenOpen } = await aBus();
  await expect(bus.holdWhile(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await tellWhenOpen('after');
  expect(told).toEqual(['after']);
});
