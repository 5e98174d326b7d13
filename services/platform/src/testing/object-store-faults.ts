import { Readable } from 'node:stream';
import { expect } from '@jest/globals';
import type { ObjectStore } from '../objects/port.ts';
import type { StoreUnderTest } from './object-store-conformance.ts';
import {
  contentOf,
  endless,
  keysBelow,
  largeContent,
  putText,
  readAsFarAsItComes,
  type TestOfSuite,
} from './object-store-steps.ts';

/** Ways to disturb a store. */
export interface StoreFaults {
  /** The same store, by the way that is disturbed, and with short time limits. */
  store: ObjectStore;
  /** Breaks off the reading of that object. */
  cut: (key: string) => Promise<void>;
  /** Lets nothing come any more; for a store that can hang. */
  stall: () => void;
  heal: () => void;
}

const PIECE_BYTES = 100_000;
// Before a store has sent anything, and in the midst of an upload in parts.
const PLACES = [
  { key: 'b/early', piece: 3 },
  { key: 'b/late', piece: 400 },
];
const LARGE = 24_000_000;

/** Sources, ways and readers that fail. */
export const testFaults = (test: TestOfSuite, subject: () => StoreUnderTest): void => {
  const expectNothing = async () => {
    expect(await keysBelow(subject().store, 'b/')).toEqual([]);
    expect(await subject().unfinished()).toEqual([]);
  };

  test('when the stream fails half-way, then nothing is left', async () => {
    for (const { key, piece } of PLACES) {
      const broken = endless(PIECE_BYTES, (each) => {
        if (each === piece) throw new Error('cut');
      });
      await expect(subject().store.put(key, broken)).rejects.toThrow('cut');
    }
    await expectNothing();
  });

  test('when the stream is destroyed before its end, then the put fails and nothing is left', async () => {
    for (const { key, piece } of PLACES) {
      const left: Readable = endless(PIECE_BYTES, (each) => {
        if (each === piece) left.destroy();
      });
      await expect(subject().store.put(key, left)).rejects.toThrow();
    }
    await expectNothing();
  });

  test('when a put is called off, then nothing is left', async () => {
    for (const { key, piece } of PLACES) {
      const controller = new AbortController();
      const content = endless(PIECE_BYTES, (each) => {
        if (each === piece) controller.abort();
      });
      const { signal } = controller;
      await expect(subject().store.put(key, content, { signal })).rejects.toThrow();
    }
    await expectNothing();
  });

  test('when a reader calls off or leaves, then the next one reads all the same', async () => {
    const { store } = subject();
    await store.put('f/left', Readable.from([largeContent(LARGE)]));
    const controller = new AbortController();
    const calledOff = await store.get('f/left', { signal: controller.signal });
    const { error } = await readAsFarAsItComes(calledOff, () => controller.abort());
    expect(error).toMatchObject({ name: 'AbortError' });
    for await (const piece of (await store.get('f/left')) as AsyncIterable<Buffer>) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
    expect(await contentOf(store, 'f/left', { range: { from: LARGE - 3 } })).toHaveLength(3);
  });

  test('when reading is cut, then it fails and does not end short', async () => {
    const { store, faults } = subject();
    await store.put('f/cut', Readable.from([largeContent(LARGE)]));
    const body = await faults.store.get('f/cut');
    const { content, error } = await readAsFarAsItComes(body, () => faults.cut('f/cut'));
    faults.heal();
    expect(error).toBeInstanceOf(Error);
    expect(content.length).toBeLessThan(LARGE);
    await putText(faults.store, 'f/after', 'well again');
    expect(await contentOf(faults.store, 'f/after')).toBe('well again');
  });
};
