import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { minio } from '@vitrine/platform/testing/infrastructure/minio.ts';
import { collect } from '@vitrine/platform/testing/object-store-steps.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { openS3UnderTest } from '@vitrine/platform/testing/s3-under-test.ts';
import {
  type BucketPacks,
  PACK_PREFIX,
  openBucketPacks,
} from '@vitrine/platform/objects/packs/bucket-packs.ts';
import type { ObjectStore } from '@vitrine/platform/objects/port.ts';
import { SMALL_OBJECT_BYTES_MAX } from '@vitrine/platform/objects/packs/pack-format.ts';
import { packObjects } from '../src/pack-objects/pack-objects.ts';
import { type AssetServiceUnderTest, anAssetService } from './an-asset-service.ts';

const { met } = minio.requirement;
let s3: Awaited<ReturnType<typeof openS3UnderTest>>;
let assets: AssetServiceUnderTest;
let packs: BucketPacks;
beforeAll(async () => {
  if (!met) return;
  s3 = await openS3UnderTest(minio);
  assets = await anAssetService(async () => s3.store);
});
afterAll(async () => {
  if (!met) return;
  await assets.close();
  await s3.close();
});
beforeEach(async () => {
  if (!met) return;
  await assets.database.sql.query('TRUNCATE asset, object_to_delete, packed_object, platform.outbox CASCADE');
  for (const key of await collect(s3.store.list(''))) await s3.store.delete(key);
  packs = openBucketPacks(s3.store, { log: quietLog });
});
const test = (name: string, run: () => Promise<void>) => testWhere(minio.requirement, name, run);

const upload = async (name: string, content = `the content of ${name}`) => {
  const { body, status } = await assets.upload({ name, content: Buffer.from(content) });
  expect(status).toBe(201);
  const asset = await assets.database.repositories.assets.byId(body.id);
  return { id: body.id, key: asset!.objectKey };
};
const packKeys = () => collect(s3.store.list(PACK_PREFIX));
const pack = () => assets.runJob('asset.pack-objects');
const makeDue = () =>
  assets.database.sql.query("UPDATE object_to_delete SET delete_after = now() - interval '1 second'");
const deleteObjects = async () => {
  await makeDue();
  await assets.runJob('asset.delete-objects');
};
const leftToDelete = () => assets.database.sql.query('TABLE object_to_delete');

test('when small files came, then they are packed once, and one alone and a large one are not', async () => {
  const large = await upload('large.txt', 'x'.repeat(SMALL_OBJECT_BYTES_MAX + 1));
  const one = await upload('one.txt');
  await pack();
  expect(await packKeys()).toEqual([]);
  const two = await upload('two.txt');
  await pack();
  await pack();
  expect(await packKeys()).toHaveLength(1);
  await packs.look();
  expect([one, two, large].map(({ key }) => packs.placeOf(key) !== null)).toEqual([true, true, false]);
  expect(await leftToDelete()).toEqual([]);
});

test('when a packed asset is removed, then its pack goes with it, and the others are packed anew', async () => {
  const [one, two, three] = [await upload('1.txt'), await upload('2.txt'), await upload('3.txt')];
  await pack();
  const [before] = await packKeys();
  await assets.remove(two.id);
  await deleteObjects();
  expect(await packKeys()).toEqual([]);
  expect(await leftToDelete()).toEqual([]);
  await pack();
  await packs.look();
  expect(await packKeys()).not.toContain(before);
  expect([one, two, three].map(({ key }) => packs.placeOf(key) !== null)).toEqual([true, false, true]);
});

/** The job on a store with which something happens before a pack is there. */
const packingWith = (before: () => Promise<unknown>) => {
  const { store } = s3;
  const put: ObjectStore['put'] = async (...args) => {
    await before();
    return store.put(...args);
  };
  const { database } = assets;
  return packObjects({ database, store: { ...store, put }, newId, objectsMin: 2 })();
};

test('when an asset is removed while it is being packed, then the pack is deleted again', async () => {
  const [one] = [await upload('1.txt'), await upload('2.txt'), await upload('3.txt')];
  let isRemoved = false;
  await packingWith(async () => {
    if (!isRemoved) await assets.remove(one.id);
    isRemoved = true;
  });
  await deleteObjects();
  const [left = ''] = await packKeys();
  await packs.look();
  expect(packs.placeOf(one.key)).toBeNull();
  const rows = await assets.database.sql.query<{ pack: string }>(
    'SELECT DISTINCT pack_key AS pack FROM packed_object',
  );
  expect(rows).toEqual(left === '' ? [] : [{ pack: left }]);
});

test('when packing breaks off, then nothing is written down, what was put is deleted, and the next time it succeeds', async () => {
  await upload('1.txt');
  await upload('2.txt');
  await expect(packingWith(() => Promise.reject(new Error('It broke off.')))).rejects.toThrow(
    'It broke off.',
  );
  expect(await assets.database.sql.query('TABLE packed_object')).toEqual([]);
  expect(await leftToDelete()).toHaveLength(1);
  await pack();
  expect(await packKeys()).toHaveLength(1);
  await deleteObjects();
  expect(await packKeys()).toHaveLength(1);
});
