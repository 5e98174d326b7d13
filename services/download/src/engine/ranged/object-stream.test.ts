import { beforeAll, expect } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { createRangedSource } from '../ranged-source.ts';
import { largeSlabByteSize } from '../slab-pool.ts';
import type { ObjectReader } from '../source.ts';
import { patterned } from '../testing/archives.ts';
import { s3Server, useStoreBehindLink } from '../testing/store-behind-link.ts';

const s3 = useStoreBehindLink();
const slabCount = 6;
const content = patterned(slabCount * largeSlabByteSize, 3);
const never = new AbortController().signal;

if (s3Server.met) beforeAll(() => s3().put('large', content));

/** A reader that counts how often the store was asked. */
const open = () => {
  const asked = { times: 0, again: 0 };
  const source = createRangedSource({
    signedRead: (objectKey) => {
      asked.times += 1;
      return s3().store.signedRead(objectKey);
    },
    onRetry: () => (asked.again += 1),
  });
  return { asked, source, reader: source.openReader() };
};

/** Fills one large slab with the part of the object that has this index. */
const fill = async (
  reader: ObjectReader,
  index: number,
  signal = never,
  objectKey = 'large',
): Promise<Buffer> => {
  const into = Buffer.from(new SharedArrayBuffer(largeSlabByteSize));
  const stretch = { offset: index * into.length, length: into.length, position: 0, until: content.length };
  await reader.fill([{ objectKey, objectByteSize: content.length, ...stretch }], into, signal);
  return into;
};

const slab = (index: number): Buffer =>
  content.subarray(index * largeSlabByteSize, (index + 1) * largeSlabByteSize);

testWhere(s3Server, 'when slab follows slab, then one answer of the store fills them all', async () => {
  const { asked, source, reader } = open();
  for (let index = 0; index < slabCount; index += 2) {
    const both = await Promise.all([fill(reader, index), fill(reader, index + 1)]);
    both.forEach((filled, by) => expect(filled.equals(slab(index + by))).toBe(true));
  }
  expect(asked).toEqual({ times: 1, again: 0 });
  await reader.close();
  await source.close();
});

testWhere(
  s3Server,
  'when it does not go on where it was, then the place that is asked for is read',
  async () => {
    const { source, reader } = open();
    for (const index of [0, 3, 4, 1]) expect((await fill(reader, index)).equals(slab(index))).toBe(true);
    await reader.close();
    await source.close();
  },
);

testWhere(
  s3Server,
  'when the store is cut off between slabs, then they are filled all the same',
  async () => {
    const { asked, source, reader } = open();
    const { link } = s3();
    link.throttle(20_000_000);
    for (let index = 0; index < slabCount; index += 1) {
      expect((await fill(reader, index)).equals(slab(index))).toBe(true);
      if (index % 2 === 0) link.cut();
      link.heal();
      link.throttle(20_000_000);
    }
    link.heal();
    expect(asked.again).toBeGreaterThan(0);
    await reader.close();
    await source.close();
  },
);

testWhere(s3Server, 'when the object is another one after a cut, then the fill fails', async () => {
  const { link, put } = s3();
  await put('replaced', content);
  const { source, reader } = open();
  link.throttle(2_000_000);
  const first = fill(reader, 0, never, 'replaced');
  await first;
  await put('replaced', patterned(content.length, 4));
  link.cut();
  link.heal();
  await expect(
    fill(reader, 1, never, 'replaced').then(() => fill(reader, 2, never, 'replaced')),
  ).rejects.toThrow(expect.objectContaining({ name: 'ObjectChanged' }));
  await reader.close();
  await source.close();
});

testWhere(
  s3Server,
  'when it is called off in the middle, then the fill ends and so does its connection',
  async () => {
    const { link } = s3();
    const others = link.connectionCount();
    const { source, reader } = open();
    const abort = new AbortController();
    await fill(reader, 0, abort.signal);
    link.stall();
    const filling = fill(reader, 4, abort.signal);
    abort.abort(new Error('revoked'));
    await expect(filling).rejects.toThrow();
    await reader.close();
    link.heal();
    await source.close();
    await eventually(() => {
      expect(link.connectionCount()).toBeLessThanOrEqual(others);
    });
  },
);
