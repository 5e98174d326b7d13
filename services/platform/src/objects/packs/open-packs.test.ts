import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, expect, test } from '@jest/globals';
import { eventually } from '../../testing/eventually.ts';
import { heardLog } from '../../testing/heard-log.ts';
import { quietLog } from '../../testing/quiet-log.ts';
import { aStoreOnDisk, bytesAt, put, putMany, storeRoot } from '../../testing/packed-store.ts';
import { openDiskStore } from '../disk-store.ts';
import type { LocalObjectStore } from '../port.ts';
import { SMALL_OBJECT_BYTES_MAX } from './pack-format.ts';

const open: LocalObjectStore[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
});

const start = async (options = {}, root?: string) => {
  const at = await aStoreOnDisk({ objectsMin: 3, quietMs: 50, ...options }, root);
  open.push(at.store);
  return at;
};
const packsIn = (root: string) => readdir(path.join(root, 'packs'));

test('when small objects were packed, then each lies in a pack as it is, and is a file still', async () => {
  const { store } = await start();
  const contents = await putMany(store, 5);
  expect(await store.packs.pack()).toBe(0);
  for (const [key, content] of contents) {
    expect((await bytesAt(store.packs.placeOf(key)!)).equals(content)).toBe(true);
    expect((await readFile(store.pathOf(key))).equals(content)).toBe(true);
  }
});

test('when objects are few, large or of another folder, then they are not packed', async () => {
  const { store, root } = await start();
  await putMany(store, 2);
  await put(store, 'originals/large', randomBytes(SMALL_OBJECT_BYTES_MAX + 1));
  for (const name of ['1', '2', '3', '4']) await put(store, `pictures/${name}`, Buffer.from(name));
  expect(await store.packs.pack()).toBe(2);
  expect(await packsIn(root)).toEqual([]);
  await put(store, 'originals/limit', randomBytes(SMALL_OBJECT_BYTES_MAX));
  expect(await store.packs.pack()).toBe(0);
  expect(store.packs.placeOf('originals/large')).toBeNull();
  expect(store.packs.placeOf('pictures/1')).toBeNull();
  expect(store.packs.placeOf('originals/limit')).toMatchObject({ byteSize: SMALL_OBJECT_BYTES_MAX });
});

test('when objects are too few for a pack, then they count once others come', async () => {
  const { store } = await start();
  await putMany(store, 2);
  expect(await store.packs.pack()).toBe(2);
  await store.takeOver(quietLog);
  await putMany(store, 1, 10, 'later');
  await eventually(() => expect(store.packs.placeOf('originals/later-0')).not.toBeNull());
});

test('when there is more than a pack holds, then there are several', async () => {
  const { store, root } = await start();
  const contents = await putMany(store, 600, SMALL_OBJECT_BYTES_MAX);
  await store.packs.pack();
  expect(await packsIn(root)).toHaveLength(2);
  for (const [key, content] of contents)
    expect((await bytesAt(store.packs.placeOf(key)!)).equals(content)).toBe(true);
});

test('when a store is opened again, then what was packed is known, and only new objects are packed', async () => {
  const { store, root } = await start();
  const first = await putMany(store, 3);
  await store.packs.pack();
  const again = await start({}, root);
  const place = await eventually(() => {
    const found = again.store.packs.placeOf([...first.keys()][1]!);
    if (found === null) throw new Error('Not known yet.');
    return found;
  });
  expect((await bytesAt(place)).equals([...first.values()][1]!)).toBe(true);
  const sizes = async () =>
    Promise.all((await packsIn(root)).map(async (name) => (await stat(path.join(root, 'packs', name))).size));
  const [before] = await sizes();
  await putMany(again.store, 3, 10, 'later');
  await again.store.packs.pack();
  expect(await sizes()).toHaveLength(2);
  expect(await sizes()).toContain(before);
});

for (const [what, change] of [
  ['deleted', (store: LocalObjectStore, key: string) => store.delete(key)],
  ['replaced', (store: LocalObjectStore, key: string) => put(store, key, Buffer.from('another'))],
] as const) {
  test(`when a packed object is ${what}, then no pack holds what it was, and the others are packed anew`, async () => {
    const { store, root } = await start();
    const contents = await putMany(store, 6);
    await store.packs.pack();
    const [key, content] = [...contents][2]!;
    await change(store, key);
    expect(store.packs.placeOf(key)).toBeNull();
    expect(await packsIn(root)).toEqual([]);
    await store.packs.pack();
    const [pack = ''] = await packsIn(root);
    expect((await readFile(path.join(root, 'packs', pack))).includes(content)).toBe(false);
    const [other = ''] = contents.keys();
    expect((await bytesAt(store.packs.placeOf(other)!)).equals(contents.get(other)!)).toBe(true);
  });

  test(`when an object is ${what} while it is being packed, then no pack holds what it was`, async () => {
    const { store, root } = await start();
    const contents = await putMany(store, 300, SMALL_OBJECT_BYTES_MAX);
    const keys = [...contents.keys()];
    const packing = store.packs.pack();
    await eventually(async () => expect(await packsIn(root)).not.toEqual([]));
    await Promise.all([change(store, keys[0]!), change(store, keys[299]!)]);
    await packing;
    for (const name of await packsIn(root)) {
      const pack = await readFile(path.join(root, 'packs', name));
      expect(pack.includes(contents.get(keys[0]!)!)).toBe(false);
      expect(pack.includes(contents.get(keys[299]!)!)).toBe(false);
    }
  });
}

test('when a crash came between pack and object, then the next round removes the pack', async () => {
  const { store, root } = await start();
  const [key = ''] = (await putMany(store, 6)).keys();
  await store.packs.pack();
  await rm(store.pathOf(key));
  const [before] = await packsIn(root);
  const again = await start({}, root);
  await again.store.packs.pack();
  expect(await packsIn(root)).not.toContain(before);
  expect(again.store.packs.placeOf(key)).toBeNull();
});

test('when objects come, then they are packed by themselves once it is quiet, and what a crash left is removed', async () => {
  const root = await storeRoot();
  await writeFile(path.join(root, 'unfinished', 'half'), 'half');
  await mkdir(path.join(root, 'packs'));
  await writeFile(path.join(root, 'packs', 'half'), 'half');
  const { store } = await start({}, root);
  const { lines, log } = heardLog();
  await store.takeOver(log);
  expect(await readdir(path.join(root, 'unfinished'))).toEqual([]);
  const [key = ''] = (await putMany(store, 3)).keys();
  await eventually(() => expect(store.packs.placeOf(key)).not.toBeNull());
  expect(lines).toContain('small objects were packed');
  expect(await packsIn(root)).toHaveLength(1);
  await store.delete(key);
  await putMany(store, 1, 10, 'later');
  await eventually(() => expect(store.packs.placeOf('originals/later-0')).not.toBeNull());
});

test('when another process stores objects, then they are found and packed', async () => {
  const { store, root } = await start({ lookMs: 50 });
  await store.takeOver(quietLog);
  const other = await start({}, root);
  const [key = ''] = (await putMany(other.store, 3)).keys();
  await eventually(() => expect(store.packs.placeOf(key)).not.toBeNull());
});

test('when the folder of the packs cannot be written, then objects are stored and read all the same, and it is said', async () => {
  const { store, root } = await start();
  await rm(path.join(root, 'packs'), { recursive: true });
  await writeFile(path.join(root, 'packs'), 'no folder');
  const { lines, log } = heardLog();
  await store.takeOver(log);
  const contents = await putMany(store, 3);
  await eventually(() => expect(lines).toContain('small objects could not be packed'));
  const [[key, content] = ['', Buffer.of()]] = contents;
  expect(Buffer.concat(await (await store.get(key)).toArray()).equals(content)).toBe(true);
  await store.delete(key);
  expect(await store.stat(key)).toBeNull();
});

test('when it is closed while it packs, then it ends, and the next one packs', async () => {
  const { store, root } = await start({ quietMs: 0 });
  await putMany(store, 600, SMALL_OBJECT_BYTES_MAX);
  await store.takeOver(quietLog);
  await store.close();
  const again = await openDiskStore(root, { objectsMin: 3 });
  await again.put('originals/x', Readable.from([Buffer.from('x')]));
  await again.packs.pack();
  expect(again.packs.placeOf('originals/x')).not.toBeNull();
});
