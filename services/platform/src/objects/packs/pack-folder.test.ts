import { copyFile, mkdir, readFile, readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { eventually } from '../../testing/eventually.ts';
import { quietLog } from '../../testing/quiet-log.ts';
import { aStoreOnDisk, bytesAt, put, putMany, storeRoot } from '../../testing/packed-store.ts';
import { isPack } from './pack-file.ts';
import { SMALL_OBJECT_BYTES_MAX } from './pack-format.ts';

const options = { objectsMin: 3, quietMs: 0 };
const packsIn = async (root: string) =>
  (await readdir(path.join(root, 'packs'))).map((name) => path.join(root, 'packs', name));
const isCopied = async (root: string, content: Buffer): Promise<boolean> => {
  const packs = await Promise.all((await packsIn(root)).map((file) => readFile(file)));
  return packs.some((pack) => pack.includes(content));
};

test('when a round breaks off after some packs, then what is deleted from then on is in none of them', async () => {
  const { store, root } = await aStoreOnDisk(options);
  const contents = await putMany(store, 600, SMALL_OBJECT_BYTES_MAX);
  await store.takeOver(quietLog);
  await eventually(async () => expect((await packsIn(root)).filter(isPack)).not.toEqual([]));
  await store.close();
  const [first = ''] = [...contents.keys()].sort();
  await store.delete(first);
  expect(await isCopied(root, contents.get(first)!)).toBe(false);
});

test('when a crash left half a pack and there is little to pack, then it is removed all the same', async () => {
  const root = await storeRoot();
  await mkdir(path.join(root, 'packs'));
  await writeFile(path.join(root, 'packs', 'half'), 'of something that was deleted');
  const { store } = await aStoreOnDisk(options, root);
  await put(store, 'originals/one', Buffer.from('one'));
  expect(await store.packs.pack()).toBe(1);
  expect(await packsIn(root)).toEqual([]);
});

test('when a pack cannot be removed, then its object is not deleted, at no attempt, until it can', async () => {
  const { store, root } = await aStoreOnDisk(options);
  const [key = ''] = (await putMany(store, 3)).keys();
  await store.packs.pack();
  const [pack = ''] = await packsIn(root);
  await rm(pack);
  await mkdir(pack);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(store.delete(key)).rejects.toThrow();
    expect(await store.stat(key)).not.toBeNull();
  }
  await rmdir(pack);
  await store.delete(key);
  expect(await store.stat(key)).toBeNull();
});

test('when a restored folder holds two copies of an object, then none is left once it is deleted', async () => {
  const { store, root } = await aStoreOnDisk(options);
  const [[key, content] = ['', Buffer.of()]] = await putMany(store, 3);
  await store.packs.pack();
  const [pack = ''] = await packsIn(root);
  await copyFile(pack, path.join(root, 'packs', 'another.pack'));
  const again = await aStoreOnDisk(options, root);
  await again.store.delete(key);
  expect(await isCopied(root, content)).toBe(false);
});

test('when files lie there that no store made, then they are packed never, and the objects once', async () => {
  const { store, root } = await aStoreOnDisk(options);
  const originals = path.join(root, 'objects', 'originals');
  await mkdir(originals, { recursive: true });
  for (const name of ['100%.txt', 'a b.txt', 'many-0 copy', 'A.txt', '.hidden', 'two\nlines'])
    await writeFile(path.join(originals, name), `somebody else's ${name}`);
  const contents = await putMany(store, 3);
  const written = async () => Promise.all((await packsIn(root)).map(async (file) => (await stat(file)).ino));
  expect(await store.packs.pack()).toBe(0);
  const before = await written();
  expect(before).toHaveLength(1);
  await putMany(store, 2, 10, 'later');
  expect(await store.packs.pack()).toBe(2);
  expect(await written()).toEqual(before);
  for (const [key, content] of contents)
    expect((await bytesAt(store.packs.placeOf(key)!)).equals(content)).toBe(true);
});
