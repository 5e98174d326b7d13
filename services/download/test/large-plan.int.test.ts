import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

test('when 20,000 assets are downloaded by a guest, then they are planned and sent within seconds', async () => {
  const mia = bench.user();
  const { entry, content } = aStoredFile('tiny.txt', 'tiny');
  await bench.objects.put('tiny', Readable.from([content]));
  const { byteSize, crc32, sha256 } = entry;
  const assets = Array.from({ length: ENTRIES }, (_, index) => {
    const facts = { ...aFact(mia), assetId: newId(), fileName: `tiny ${index % 9_000}.txt` };
    return { ...facts, byteSize, crc32, sha256, objectKey: 'tiny' };
  });
  for (const asset of assets) bench.world.assets.set(asset.assetId, asset);
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
