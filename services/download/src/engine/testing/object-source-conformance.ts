import { afterEach, beforeEach, expect } from '@jest/globals';
import { type Requirement, testWhere } from '@vitrine/platform/testing/requires.ts';
import { bigObjectByteSize } from '../source.ts';
import type { ObjectPart, ObjectSource } from '../source.ts';
import { patterned } from './archives.ts';

/** A source and how a test puts an object into it. */
export type SourceUnderTest = {
  source: ObjectSource;
  put: (objectKey: string, content: Uint8Array) => Promise<void>;
  close: () => Promise<void>;
};

/** What every ObjectSource must do, whatever it reads from. */
export const itIsAnObjectSource = (
  start: () => Promise<SourceUnderTest>,
  requirement: Requirement = { name: 'nothing', met: true },
): void => {
  const test = (name: string, run: () => Promise<void>) => {
    testWhere(requirement, name, run);
  };
  const big = patterned(bigObjectByteSize + 10, 1);
  const small = patterned(1000, 2);
  const never = new AbortController().signal;
  const slab = () => new Uint8Array(new SharedArrayBuffer(1024 * 1024));
  const bigPart: ObjectPart = {
    objectKey: 'big',
    objectByteSize: big.length,
    offset: 0,
    length: big.length,
    position: 0,
    until: big.length,
  };
  const smallPart: ObjectPart = {
    ...bigPart,
    objectKey: 'small',
    objectByteSize: 1000,
    length: 1000,
    until: 1000,
  };
  let running: SourceUnderTest;

  beforeEach(async () => {
    running = await start();
    await running.put('big', big);
    await running.put('small', small);
  });
  afterEach(() => running.close());

  test('when big and small parts are asked for together, then each lies in its place', async () => {
    const reader = running.source.openReader();
    const into = slab();
    await reader.fill(
      [
        { ...smallPart, offset: 10, length: 20, position: 5 },
        { ...bigPart, offset: 7, length: 262_000, position: 1000 },
        { ...smallPart, position: 500_000 },
      ],
      into,
      never,
    );
    await reader.close();
    expect(Buffer.from(into.subarray(5, 25)).equals(small.subarray(10, 30))).toBe(true);
    expect(Buffer.from(into.subarray(1000, 263_000)).equals(big.subarray(7, 262_007))).toBe(true);
    expect(Buffer.from(into.subarray(500_000, 501_000)).equals(small)).toBe(true);
    expect(into[4]).toBe(0);
    expect(into[25]).toBe(0);
  });

  test('when several slabs are filled at the same time, then each gets its own', async () => {
    const reader = running.source.openReader();
    const slabs = Array.from({ length: 6 }, slab);
    const parts = slabs.map((_, index) => (index % 2 ? [bigPart] : [smallPart]));
    await Promise.all(slabs.map((into, index) => reader.fill(parts[index]!, into, never)));
    await reader.close();
    slabs.forEach((into, index) => {
      const wanted = index % 2 ? big : small;
      expect(Buffer.from(into.subarray(0, wanted.length)).equals(wanted)).toBe(true);
    });
  });

  const unlike: [string, ObjectPart][] = [
    ['a small object is missing', { ...smallPart, objectKey: 'missing' }],
    ['a big object is missing', { ...bigPart, objectKey: 'missing' }],
    ['a small object has another size', { ...smallPart, objectByteSize: 1001 }],
    ['a big object has another size', { ...bigPart, objectByteSize: big.length + 1 }],
    [
      'a small object is longer than it should be',
      { ...smallPart, objectByteSize: 999, length: 999, until: 999 },
    ],
  ];
  for (const [what, part] of unlike) {
    test(`when ${what}, then the fill fails and the next one does not`, async () => {
      const reader = running.source.openReader();
      await expect(reader.fill([smallPart, part], slab(), never)).rejects.toThrow();
      await reader.fill([smallPart, bigPart], slab(), never);
      await reader.close();
    });
  }

  test('when it is aborted before, then nothing is filled', async () => {
    const reader = running.source.openReader();
    const into = slab();
    await expect(reader.fill([bigPart], into, AbortSignal.abort())).rejects.toThrow();
    await reader.close();
    expect(into[0]).toBe(0);
  });
};
