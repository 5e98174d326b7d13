import { Readable } from 'node:stream';
import { expect } from '@jest/globals';
import { SMALL_OBJECT_BYTES_MAX } from '@vitrine/platform/objects/packs/pack-format.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { packObjects } from '../src/pack-objects/pack-objects.ts';
import { usePackedAssetsOnS3 } from './packed-assets-on-s3.ts';

const on = usePackedAssetsOnS3();
const { assets, s3, test, upload, pack, packKeys, arePacked, deleteDue, leftToDelete, writtenDown } = on;

test('when small files came, then they are packed once, and one alone and a large one are not', async () => {
  const large = await upload('large.txt', 'x'.repeat(SMALL_OBJECT_BYTES_MAX + 1));
  const one = await upload('one.txt');
  await pack();
  expect(await packKeys()).toEqual([]);
  const two = await upload('two.txt');
  await pack();
  await pack();
  expect(await packKeys()).toHaveLength(1);
  expect(await arePacked(one, two, large)).toEqual([true, true, false]);
  expect(await leftToDelete()).toEqual([]);
});

test('when a packed asset is removed, then its pack goes with it, and the others are packed anew', async () => {
  const [one, two, three] = [await upload('1.txt'), await upload('2.txt'), await upload('3.txt')];
  await pack();
  const [before] = await packKeys();
  await assets().remove(two.id);
  await deleteDue();
  expect(await packKeys()).toEqual([]);
  expect(await leftToDelete()).toEqual([]);
  await pack();
  expect(await packKeys()).not.toContain(before);
  expect(await arePacked(one, two, three)).toEqual([true, false, true]);
});

test('when an object is not as it came, then no pack holds it, and it is packed no more', async () => {
  const [damaged, other] = [await upload('1.txt', 'as it came'), await upload('2.txt')];
  await s3().store.put(damaged.key, Readable.from([Buffer.from('as it is !')]));
  await pack();
  expect(await arePacked(damaged, other)).toEqual([false, true]);
  await pack();
  expect(await packKeys()).toHaveLength(1);
});

/** The job on a store with which something happens before or after a pack is there. */
const packingWith = (around: { before?: () => Promise<unknown>; after?: () => Promise<unknown> }) => {
  const { store } = s3();
  const put: ObjectStore['put'] = async (...args) => {
    await around.before?.();
    const facts = await store.put(...args);
    await around.after?.();
    return facts;
  };
  const { database } = assets();
  return packObjects({ database, store: { ...store, put }, newId, packedObjectsMin: 2 });
};
const never = new AbortController().signal;

test('when an asset is removed while it is being packed, then the pack is there for the others until its objects go', async () => {
  const [one, two] = [await upload('1.txt'), await upload('2.txt'), await upload('3.txt')];
  await packingWith({ before: () => assets().remove(one.id) })(never);
  expect(await arePacked(two)).toEqual([true]);
  expect(await writtenDown()).toEqual(await packKeys());
  await deleteDue();
  expect([await packKeys(), await writtenDown(), await leftToDelete()]).toEqual([[], [], []]);
});

test('when an object is deleted while it is being packed, then the pack is deleted again, and is not tried at once', async () => {
  const [one] = [await upload('1.txt'), await upload('2.txt'), await upload('3.txt')];
  let tries = 0;
  const before = async () => {
    tries += 1;
    await assets().remove(one.id);
    await deleteDue();
  };
  await packingWith({ before })(never);
  expect(tries).toBe(1);
  await deleteDue();
  expect([await packKeys(), await writtenDown(), await leftToDelete()]).toEqual([[], [], []]);
});

test('when packing takes so long that its pack counts as left behind, then none is there that nobody knows', async () => {
  await upload('1.txt');
  await upload('2.txt');
  await packingWith({ before: deleteDue })(never);
  await deleteDue();
  expect(await packKeys()).toEqual([]);
  await pack();
  expect(await packKeys()).toHaveLength(1);
  expect(await writtenDown()).toEqual(await packKeys());
});

test('when packing breaks off, then nothing is written down, what was put is deleted, and the next time it succeeds', async () => {
  await upload('1.txt');
  await upload('2.txt');
  const before = () => Promise.reject(new Error('It broke off.'));
  await expect(packingWith({ before })(never)).rejects.toThrow('It broke off.');
  expect(await writtenDown()).toEqual([]);
  expect(await leftToDelete()).toHaveLength(1);
  await assets().runJob('asset.delete-objects');
  expect(await leftToDelete()).toEqual([]);
  await pack();
  await deleteDue();
  expect(await packKeys()).toHaveLength(1);
});

test('when the process is told to end while it packs, then it begins no other pack', async () => {
  await upload('1.txt');
  await upload('2.txt');
  const ending = new AbortController();
  const before = async () => ending.abort(new Error('It ends.'));
  await expect(packingWith({ before })(ending.signal)).rejects.toThrow();
  expect(await packKeys()).toEqual([]);
});

test('when two processes pack the same objects, then one pack is left', async () => {
  const both = [await upload('1.txt'), await upload('2.txt')];
  let isFirst = true;
  const after = async () => {
    if (isFirst) await pack();
    isFirst = false;
  };
  await expect(packingWith({ after })(never)).rejects.toThrow();
  await assets().runJob('asset.delete-objects');
  expect(await packKeys()).toHaveLength(1);
  expect(await writtenDown()).toEqual(await packKeys());
  expect(await arePacked(...both)).toEqual([true, true]);
});
