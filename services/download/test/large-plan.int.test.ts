import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import yauzl from 'yauzl';
import { aStoredFile } from '../src/engine/testing/archives.ts';
import { type Bench, aFact, as, openBench } from './testing/open-bench.ts';

const ENTRIES = 20_000;

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** So many assets of a person, all of the same few bytes. */
const manyAssets = async (owner: UserActor, count: number) => {
  const { entry, content } = aStoredFile('tiny.txt', 'tiny');
  await bench.objects.put('tiny', Readable.from([content]));
  const { byteSize, crc32, sha256 } = entry;
  const assets = Array.from({ length: count }, (_, index) => {
    const facts = { ...aFact(owner), assetId: newId(), fileName: `tiny ${index % 9_000}.txt` };
    return { ...facts, byteSize, crc32, sha256, objectKey: 'tiny' };
  });
  for (const asset of assets) bench.world.assets.set(asset.assetId, asset);
  return assets;
};

test('when 20,000 assets are downloaded by a guest, then they are planned and sent within seconds', async () => {
  const mia = bench.user();
  const assets = await manyAssets(mia, ENTRIES);
  const { guest } = bench.share(mia, assets);
  const startedAt = performance.now();
  const plan = await bench.downloads.prepare({ assetIds: assets.map(({ assetId }) => assetId) }, as(guest));
  expect(performance.now() - startedAt).toBeLessThan(25_000);
  expect(plan.entryCount).toBe(ENTRIES);
  const { body } = await bench.get(plan.url);
  expect(body).toHaveLength(plan.byteSize);
  const zip = await yauzl.fromBufferPromise(body, {
    strictFileNames: true,
    lazyEntries: true,
    autoClose: false,
  });
  expect(zip.entryCount).toBe(ENTRIES);
}, 90_000);

test('when one of many cannot be had any more, then no byte of it is sent, and the download breaks off', async () => {
  const mia = bench.user();
  const assets = await manyAssets(mia, 3_000);
  const plan = await bench.downloads.prepare({ assetIds: assets.map(({ assetId }) => assetId) }, as(mia));
  const { assetId, ...lost } = assets.at(-1)!;
  bench.world.assets.set(assetId, { ...lost, assetId, reason: 'unavailable' });
  // Its beginning may be gone before that is known; its end never is.
  const whole = await bench.get(plan.url).catch((error: unknown) => error);
  expect(whole).not.toMatchObject({ status: 200, body: { length: plan.byteSize } });
  const ofLost = { headers: { range: `bytes=${plan.byteSize - 50}-` } };
  expect((await bench.get(plan.url, ofLost)).status).toBe(410);
  const before = { headers: { range: 'bytes=0-999' } };
  bench.world.assets.set(assetId, { ...lost, assetId });
  expect((await bench.get(plan.url, before)).body).toHaveLength(1_000);
});
