import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect } from '@jest/globals';
import { PACK_PREFIX, openBucketPacks, putPack } from '@vitrine/platform/objects/packs/bucket-packs.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { usePackedAssetsOnS3 } from './packed-assets-on-s3.ts';

const on = usePackedAssetsOnS3();
const { assets, s3, test, upload, pack, check, packKeys, arePacked, deleteDue, leftToDelete, writtenDown } =
  on;

const twoPacked = async () => {
  const both = [await upload('1.txt'), await upload('2.txt')] as const;
  await pack();
  return both;
};

test('when packs are as they are written down, then checking them changes nothing', async () => {
  await twoPacked();
  const before = await packKeys();
  await check();
  expect(await leftToDelete()).toEqual([]);
  expect([await packKeys(), await writtenDown()]).toEqual([before, before]);
});

test('when a process that knows no packs deleted an object, then its pack is found and deleted', async () => {
  const [one, two] = await twoPacked();
  await assets().remove(one.id);
  await s3().store.delete(one.key);
  await assets().database.sql.query('DELETE FROM object_to_delete');
  await check();
  await deleteDue();
  expect(await packKeys()).toEqual([]);
  await upload('3.txt');
  await pack();
  expect(await arePacked(one, two)).toEqual([false, true]);
});

test('when the database is an older one than the bucket, then packs that it does not know are deleted, and made anew', async () => {
  const both = await twoPacked();
  const before = await packKeys();
  await assets().database.sql.query('TRUNCATE packed_object');
  await pack();
  expect(await packKeys()).toHaveLength(2);
  await check();
  await deleteDue();
  expect(await packKeys()).toHaveLength(1);
  expect(await packKeys()).not.toEqual(before);
  expect(await arePacked(...both)).toEqual([true, true]);
});

test('when the bucket was restored without its packs, then they are made anew', async () => {
  const both = await twoPacked();
  for (const key of await packKeys()) await s3().store.delete(key);
  await check();
  await deleteDue();
  await pack();
  expect(await arePacked(...both)).toEqual([true, true]);
});

test('when a pack is being made, then checking leaves it', async () => {
  const [{ key }] = [await upload('1.txt')];
  const being = `${PACK_PREFIX}being-made`;
  await assets().database.repositories.objectsToDelete.add([being], 3_600);
  await putPack(s3().store, being, [key]);
  await check();
  await assets().runJob('asset.delete-objects');
  expect(await packKeys()).toEqual([being]);
});

test('when a pack in a bucket is damaged, then verifying names it, and it is made anew', async () => {
  const both = await twoPacked();
  expect(await assets().service.verifyPacks()).toEqual({ packCount: 1, damaged: [] });
  const [packKey = ''] = await packKeys();
  const bytes = await buffer(await s3().store.get(packKey));
  bytes[3]! ^= 1;
  await s3().store.put(packKey, Readable.from([bytes]));
  expect(await assets().service.verifyPacks()).toEqual({ packCount: 1, damaged: [packKey] });
  expect(await packKeys()).toEqual([]);
  await pack();
  expect(await arePacked(...both)).toEqual([true, true]);
  expect(await assets().service.verifyPacks()).toEqual({ packCount: 1, damaged: [] });
});

test('when a pack holds what is whole but not as it came, then verifying names it', async () => {
  const [one, two] = await twoPacked();
  const [packKey = ''] = await packKeys();
  await s3().store.put(one.key, Readable.from([Buffer.from('the content of 1.TXT')]));
  await putPack(s3().store, packKey, [one.key, two.key]);
  expect(await assets().service.verifyPacks()).toEqual({ packCount: 1, damaged: [packKey] });
});

test('when one pack cannot be read, then the others are known all the same, and it is said', async () => {
  const [one] = await twoPacked();
  await putPack(s3().store, `${PACK_PREFIX}0`, [one.key]);
  const { store } = s3();
  const stat: typeof store.stat = (key) =>
    key.endsWith('/0') ? Promise.reject(new Error('It is not to be read.')) : store.stat(key);
  const packs = openBucketPacks({ ...store, stat }, { log: quietLog });
  await expect(packs.look()).rejects.toThrow('It is not to be read.');
  expect(packs.placeOf(one.key)).not.toBeNull();
});
