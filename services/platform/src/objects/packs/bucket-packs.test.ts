import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { eventually } from '../../testing/eventually.ts';
import { heardLog } from '../../testing/heard-log.ts';
import { minio } from '../../testing/infrastructure/minio.ts';
import { collect } from '../../testing/object-store-steps.ts';
import { put, putMany } from '../../testing/packed-store.ts';
import { quietLog } from '../../testing/quiet-log.ts';
import { testWhere } from '../../testing/requires.ts';
import { openS3UnderTest } from '../../testing/s3-under-test.ts';
import { PACK_PREFIX, openBucketPacks, putPack } from './bucket-packs.ts';
import type { ObjectPlace } from './pack-registry.ts';

const { met } = minio.requirement;
let s3: Awaited<ReturnType<typeof openS3UnderTest>>;
beforeAll(async () => {
  if (met) s3 = await openS3UnderTest(minio);
});
afterAll(async () => {
  if (met) await s3.close();
});
beforeEach(async () => {
  if (!met) return;
  for (const pack of await collect(s3.store.list(PACK_PREFIX))) await s3.store.delete(pack);
});
const test = (name: string, run: () => Promise<void>) => testWhere(minio.requirement, name, run);

const bytesAt = async ({ pack, offset, byteSize }: ObjectPlace) =>
  buffer(await s3.store.get(pack, { range: { from: offset, to: offset + byteSize - 1 } }));

test('when a pack was put, then whoever looks knows where each object lies, and one that was missing is left out', async () => {
  const contents = await putMany(s3.store, 20, 1_000, 'put');
  const keys = [...contents.keys()];
  await putPack(s3.store, `${PACK_PREFIX}one`, [...keys.slice(0, 9), 'originals/missing', ...keys.slice(9)]);
  const packs = openBucketPacks(s3.store, { log: quietLog });
  expect(packs.placeOf(keys[0]!)).toBeNull();
  await packs.look();
  expect(packs.placeOf('originals/missing')).toBeNull();
  for (const [key, content] of contents)
    expect((await bytesAt(packs.placeOf(key)!)).equals(content)).toBe(true);
});

test('when packs come and go, then it is known at the next look, and what is none is passed over', async () => {
  const { log, lines } = heardLog();
  const packs = openBucketPacks(s3.store, { log, lookMs: 50 });
  packs.start();
  const [key = ''] = (await putMany(s3.store, 1, 1_000, 'goes')).keys();
  await put(s3.store, `${PACK_PREFIX}0-none`, Buffer.from('this is no pack of anything'));
  await put(s3.store, `${PACK_PREFIX}1-empty`, Buffer.from(''));
  await putPack(s3.store, `${PACK_PREFIX}2`, [key]);
  await eventually(() => expect(packs.placeOf(key)).not.toBeNull());
  packs.distrust(`${PACK_PREFIX}2`);
  expect(packs.placeOf(key)).toBeNull();
  await eventually(() => expect(packs.placeOf(key)).not.toBeNull());
  await s3.store.delete(`${PACK_PREFIX}2`);
  await eventually(() => expect(packs.placeOf(key)).toBeNull());
  await packs.stop();
  expect(lines).toEqual([]);
});

test('when the store does not answer, then it is said once, and what is known stays known', async () => {
  const { log, lines } = heardLog();
  const [key = ''] = (await putMany(s3.store, 1, 1_000, 'stays')).keys();
  await putPack(s3.store, `${PACK_PREFIX}1`, [key]);
  const packs = openBucketPacks(s3.faults.store, { log, lookMs: 50 });
  await packs.look();
  s3.faults.stall();
  packs.start();
  await eventually(() => expect(lines).toEqual(['packs of small objects could not be looked for']));
  expect(packs.placeOf(key)).not.toBeNull();
  s3.faults.heal();
  await eventually(() => expect(lines.at(-1)).toContain('now it works again'));
  await packs.stop();
});

test('when reading an object breaks off while it is packed, then there is no pack', async () => {
  const { store } = s3;
  const [key = ''] = (await putMany(store, 1, 1_000, 'breaks')).keys();
  const get: typeof store.get = async () =>
    Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('It breaks off.');
      })(),
    );
  await expect(putPack({ put: store.put, get }, `${PACK_PREFIX}1`, [key])).rejects.toThrow('It breaks off.');
  expect(await collect(store.list(PACK_PREFIX))).toEqual([]);
});
