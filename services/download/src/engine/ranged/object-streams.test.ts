import { beforeAll, expect } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { createRangedSource } from '../ranged-source.ts';
import { createConnections } from './connections.ts';
import { createObjectStreams } from './object-streams.ts';
import { createStreamPlaces } from './stream-places.ts';
import { createTags } from './tags.ts';
import { smallSlabByteSize } from '../slab-pool.ts';
import type { ObjectPart, ObjectReader } from '../source.ts';
import { patterned } from '../testing/archives.ts';
import { s3Server, useStoreBehindLink } from '../testing/store-behind-link.ts';

const s3 = useStoreBehindLink();
const objectByteSize = 6 * 1024 * 1024;
const contents = Array.from({ length: 8 }, (_, index) => patterned(objectByteSize, index));
const never = new AbortController().signal;
const keyOf = (index: number): string => `streams/${index}`;

if (s3Server.met)
  beforeAll(() => Promise.all(contents.map((content, index) => s3().put(keyOf(index), content))));

/** A source that writes down which objects were asked for, one line for each request. */
const open = () => {
  const asked: string[] = [];
  const source = createRangedSource({
    signedRead: (objectKey) => {
      asked.push(objectKey);
      return s3().store.signedRead(objectKey);
    },
  });
  return { asked, source };
};

const stretchOf = (index: number) => ({
  objectKey: keyOf(index),
  objectByteSize,
  offset: 0,
  until: objectByteSize,
});

const slabsPerObject = objectByteSize / smallSlabByteSize;

/** Fills a small slab with the so-manieth part of an object and answers whether it is what it should be. */
const isRight = async (reader: ObjectReader, index: number, slabIndex: number): Promise<boolean> => {
  const into = Buffer.from(new SharedArrayBuffer(smallSlabByteSize));
  const offset = slabIndex * into.length;
  const part: ObjectPart = { ...stretchOf(index), offset, length: into.length, position: 0 };
  await reader.fill([part], into, never);
  return into.equals(contents[index]!.subarray(offset, offset + into.length));
};

const inTurn = async (count: number, act: (index: number) => Promise<boolean>): Promise<void> => {
  for (let index = 0; index < count; index += 1) expect(await act(index)).toBe(true);
};

testWhere(s3Server, 'when it begins, then one answer is all that is asked of the store', async () => {
  const { asked, source } = open();
  const reader = source.openReader();
  await inTurn(slabsPerObject, (slab) => isRight(reader, 0, slab));
  expect(asked).toEqual([keyOf(0)]);
  await reader.close();
  await source.close();
});

testWhere(
  s3Server,
  'when it is told what comes next, then that is asked for before its turn, in order and once',
  async () => {
    const { asked, source } = open();
    const reader = source.openReader();
    reader.askAhead?.(
      contents.map((_, index) => stretchOf(index)),
      never,
    );
    const before = asked.length;
    expect(before).toBeGreaterThan(1);
    expect(before).toBeLessThan(contents.length);
    await inTurn(contents.length, (index) => inObject(reader, index));
    expect(asked).toEqual(contents.map((_, index) => keyOf(index)));
    await reader.close();
    await source.close();
  },
);

const inObject = async (reader: ObjectReader, index: number): Promise<boolean> => {
  await inTurn(slabsPerObject, (slab) => isRight(reader, index, slab));
  return true;
};

testWhere(
  s3Server,
  'when an object that comes next is missing, then nothing fails before its turn',
  async () => {
    const { source } = open();
    const reader = source.openReader();
    const missing = { ...stretchOf(1), objectKey: 'streams/missing' };
    reader.askAhead?.([stretchOf(0), missing, stretchOf(2)], never);
    expect(await inObject(reader, 0)).toBe(true);
    const into = Buffer.from(new SharedArrayBuffer(smallSlabByteSize));
    await expect(
      reader.fill([{ ...missing, length: into.length, position: 0 }], into, never),
    ).rejects.toThrow(expect.objectContaining({ name: 'ObjectMissing' }));
    expect(await inObject(reader, 2)).toBe(true);
    await reader.close();
    await source.close();
  },
);

testWhere(
  s3Server,
  'when the reader takes nothing for a while, then nothing of the store is held, and it goes on by parts',
  async () => {
    const { link } = s3();
    const others = link.connectionCount();
    const { asked, source } = open();
    const reader = source.openReader();
    reader.askAhead?.([0, 1, 2].map(stretchOf), never);
    expect(await isRight(reader, 0, 0)).toBe(true);
    await eventually(() => {
      expect(link.connectionCount()).toBeLessThanOrEqual(others);
    });
    const before = asked.length;
    await inTurn(3, (slab) => isRight(reader, 0, slab + 1));
    expect(asked.slice(before)).toEqual([keyOf(0), keyOf(0), keyOf(0)]);
    await reader.close();
    await source.close();
  },
);

testWhere(s3Server, 'when that reader is fast again, then one answer fills many slabs again', async () => {
  const { link } = s3();
  const others = link.connectionCount();
  const { asked, source } = open();
  const reader = source.openReader();
  expect(await isRight(reader, 0, 0)).toBe(true);
  await eventually(() => {
    expect(link.connectionCount()).toBeLessThanOrEqual(others);
  });
  await inTurn(slabsPerObject - 1, (slab) => isRight(reader, 0, slab + 1));
  const partsOfAll = asked.length;
  expect(partsOfAll).toBeLessThan(slabsPerObject);
  await inObject(reader, 1);
  expect(asked.length).toBe(partsOfAll + 1);
  await reader.close();
  await source.close();
});

testWhere(
  s3Server,
  'when as many long answers are open as may be, then others are not, until one of those ends',
  async () => {
    const connections = createConnections({ most: 8 });
    const { signedRead } = s3().store;
    const times = { stallMs: 5_000, retryDelaysMs: [], onLatency: () => undefined, onRetry: () => undefined };
    const places = createStreamPlaces({ most: 1, mostWithAhead: 0 });
    const [one, other] = [1, 2].map(() =>
      createObjectStreams({ signedRead, connections, ...times }, { tags: createTags(), places }),
    );
    const into = new Uint8Array(smallSlabByteSize);
    const fill = (streams = one) => {
      const filled = streams?.fill({ ...stretchOf(0), length: into.length, position: 0 }, into, never);
      return filled ? streams?.whileFilling(filled) : filled;
    };
    one?.askAhead([stretchOf(1)], never);
    const filled = fill(one);
    expect(filled).not.toBeNull();
    await filled;
    expect(fill(other)).toBeNull();
    await one?.close();
    await fill(other);
    expect(contents[0]!.subarray(0, into.length).equals(into)).toBe(true);
    await other?.close();
    connections.close();
  },
);
