import { rm, truncate } from 'node:fs/promises';
import { afterEach, expect, test } from '@jest/globals';
import { aStoreOnDisk, put, putMany } from '@vitrine/platform/testing/packed-store.ts';
import fc from 'fast-check';
import { type DiskSource, createDiskSource } from './disk-source.ts';
import type { ObjectPart } from './source.ts';
import { itIsAnObjectSource } from './testing/object-source-conformance.ts';

const never = new AbortController().signal;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

itIsAnObjectSource(async () => {
  const { store, root } = await aStoreOnDisk({ objectsMin: 1 });
  const source = createDiskSource({
    pathOf: (key) => store.pathOf(`originals/${key}`),
    packs: { ...store.packs, placeOf: (key) => store.packs.placeOf(`originals/${key}`) },
  });
  return {
    source,
    put: async (key, content) => {
      await put(store, `originals/${key}`, Buffer.from(content));
      await store.packs.pack();
    },
    close: async () => {
      await source.close();
      await rm(root, { recursive: true });
    },
  };
});

/** A store with packed objects of different sizes. */
const packed = async () => {
  const { store, root } = await aStoreOnDisk({ objectsMin: 1 });
  const contents = new Map<string, Buffer>();
  for (const [index, byteSize] of [1, 10, 1_000, 7, 40_000].entries())
    for (const [key, content] of await putMany(store, 8, byteSize, `of-${index}`)) contents.set(key, content);
  await store.packs.pack();
  const source = createDiskSource(store);
  closing.push(source.close, () => rm(root, { recursive: true }));
  return { store, contents, source, read: readingFrom(source) };
};

/** Reads these objects, from so many bytes in each on, one behind the other. */
const readingFrom =
  (source: DiskSource) =>
  async (objects: readonly (readonly [string, Buffer])[], skipped = 0): Promise<Buffer> => {
    const parts: ObjectPart[] = [];
    let position = 0;
    for (const [objectKey, content] of objects) {
      const offset = Math.min(skipped, content.length - 1);
      const length = content.length - offset;
      const objectByteSize = content.length;
      parts.push({ objectKey, objectByteSize, offset, length, position, until: objectByteSize });
      position += length;
    }
    const into = new Uint8Array(new SharedArrayBuffer(position));
    const reader = source.openReader();
    await reader.fill(parts, into, never).finally(() => reader.close());
    return Buffer.from(into);
  };

const wanted = (objects: readonly (readonly [string, Buffer])[], skipped = 0) =>
  Buffer.concat(objects.map(([, content]) => content.subarray(Math.min(skipped, content.length - 1))));

test('when packed objects are read in any order, from any place on, then what comes is what was put', async () => {
  const { contents, read } = await packed();
  const all = [...contents].sort();
  expect((await read(all)).equals(wanted(all))).toBe(true);
  const some = fc.array(fc.constantFrom(...all), { minLength: 1, maxLength: 60 });
  const cases = fc.asyncProperty(some, fc.nat(50), async (objects, skipped) => {
    expect((await read(objects, skipped)).equals(wanted(objects, skipped))).toBe(true);
  });
  await fc.assert(cases, { numRuns: 200 });
});

test('when a pack is gone or cut off under a download, then the files are read, and it is not asked again', async () => {
  for (const spoil of [(file: string) => rm(file), (file: string) => truncate(file, 20)]) {
    const { store, contents, read } = await packed();
    const all = [...contents].sort();
    const { pack } = store.packs.placeOf(all[0]![0])!;
    await spoil(pack);
    expect((await read(all)).equals(wanted(all))).toBe(true);
    expect(store.packs.placeOf(all[0]![0])).toBeNull();
  }
});

test('when a packed object is deleted, then it cannot be read any more, and the others can', async () => {
  const { store, contents, read } = await packed();
  const all = [...contents];
  await store.delete(all[3]![0]);
  await expect(read(all)).rejects.toThrow('ENOENT');
  const others = all.toSpliced(3, 1);
  expect((await read(others)).equals(wanted(others))).toBe(true);
});

test('when neither pack nor file can be read, then it fails', async () => {
  const { store, contents, read } = await packed();
  const [[key, content] = ['', Buffer.of()]] = contents;
  await rm(store.packs.placeOf(key)!.pack);
  await truncate(store.pathOf(key), content.length - 1);
  await expect(read([[key, content]])).rejects.toThrow('0 bytes of an object are not the 1 expected.');
});
