import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { aStoreOnDisk, put, putMany } from '../../testing/packed-store.ts';
import type { SumsOf } from './verify-packs.ts';

const nobodyKnows: SumsOf = async () => new Map();
const packed = async (root?: string) => {
  const at = await aStoreOnDisk({ objectsMin: 3 }, root);
  const contents = await putMany(at.store, 4);
  await at.store.packs.pack();
  const packsThere = async () =>
    (await readdir(path.join(at.root, 'packs'))).map((name) => path.join(at.root, 'packs', name));
  return { ...at, contents, packsThere };
};

test('when a packed object is not what it was, then verifying names its pack and removes it', async () => {
  const { store, contents, packsThere } = await packed();
  expect(await store.packs.verify(nobodyKnows)).toEqual({ packCount: 1, damaged: [] });
  const { pack, offset } = store.packs.placeOf([...contents.keys()][3]!)!;
  const bytes = await readFile(pack);
  bytes[offset]! ^= 1;
  await writeFile(pack, bytes);
  expect(await store.packs.verify(nobodyKnows)).toEqual({ packCount: 1, damaged: [pack] });
  expect(await packsThere()).toEqual([]);
});

test('when a file was damaged while it was packed and is put back, then verifying removes what its pack holds of it', async () => {
  const { store, contents, packsThere } = await packed();
  const sums = new Map(Array.from(contents, ([key, content]) => [key, crc32(content)]));
  const sumsOf: SumsOf = async (keys) => new Map([...sums].filter(([key]) => keys.includes(key)));
  const [[key, content] = ['', Buffer.of()]] = contents;
  await put(store, key, Buffer.alloc(content.length));
  await store.packs.pack();
  const { pack } = store.packs.placeOf(key)!;
  await writeFile(store.pathOf(key), content);
  expect(await store.packs.verify(sumsOf)).toEqual({ packCount: 1, damaged: [pack] });
  expect(await packsThere()).toEqual([]);
  await store.packs.pack();
  expect(await store.packs.verify(sumsOf)).toEqual({ packCount: 1, damaged: [] });
});

test('when a pack went away, then verifying passes over it', async () => {
  const { store, packsThere } = await packed();
  for (const file of await packsThere()) await rm(file);
  expect(await store.packs.verify(nobodyKnows)).toEqual({ packCount: 0, damaged: [] });
});

test('when a pack is cut off anywhere, then who opens the store removes it', async () => {
  const { root, packsThere } = await packed();
  const [file = ''] = await packsThere();
  const whole = await readFile(file);
  for (const length of [0, 11, whole.length - 1, 100]) {
    await truncate(file, length);
    const again = await aStoreOnDisk({ objectsMin: 100 }, root);
    expect(await again.store.packs.verify(nobodyKnows)).toEqual({ packCount: 0, damaged: [] });
    expect(await packsThere()).toEqual([]);
    await writeFile(file, whole);
  }
});
