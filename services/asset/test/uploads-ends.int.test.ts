import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { CONTENT, type UploadBench, anUploadBench } from './an-upload-bench.ts';

let bench: UploadBench;
let assets: UploadBench['assets'];
let tus: UploadBench['tus'];
beforeAll(async () => {
  bench = await anUploadBench();
  ({ assets, tus } = bench);
});
afterAll(() => bench.close());
beforeEach(() => bench.empty());

test('when an asset cannot be made yet, then the upload is complete, and becomes one asset later', async () => {
  bench.faults.refusesOriginals = true;
  const { headers } = await tus.create(CONTENT.length);
  const path = headers.get('location')!;
  expect((await tus.patch(path, 0, Buffer.from(CONTENT))).status).toBe(204);
  expect(await tus.show(path)).toMatchObject({ state: 'finishing', assetId: null });
  expect(await bench.assetCount()).toBe(0);
  expect(await tus.drop(path)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  bench.faults.refusesOriginals = false;
  await assets.database.sql.query("UPDATE upload SET next_at = now() - interval '1 second'");
  expect(await tus.patch(path, CONTENT.length, Buffer.alloc(0))).toMatchObject({ status: 204 });
  await bench.expectAsset(path);
});

test('when a piece is gone, then the upload fails with a reason, and nothing of it is left', async () => {
  bench.faults.refusesOriginals = true;
  const { headers } = await tus.create(CONTENT.length);
  const path = headers.get('location')!;
  await tus.patch(path, 0, Buffer.from(CONTENT));
  const [piece] = await bench.pieces();
  await assets.store.delete(piece!);
  bench.faults.refusesOriginals = false;
  await assets.database.sql.query("UPDATE upload SET next_at = now() - interval '1 second'");
  await tus.patch(path, CONTENT.length, Buffer.alloc(0));
  await eventually(async () =>
    expect(await tus.show(path)).toMatchObject({ state: 'failed', failure: 'upload-incomplete' }),
  );
  await assets.runJob('asset.delete-objects');
  expect([await bench.assetCount(), await assets.objectKeys()]).toEqual([0, []]);
});

test('when nothing came for a day, or it is given up, then the upload is forgotten with its pieces', async () => {
  const given = (await tus.create(CONTENT.length)).headers.get('location')!;
  const left = (await tus.create(CONTENT.length)).headers.get('location')!;
  for (const path of [given, left]) await tus.patch(path, 0, Buffer.from(CONTENT.subarray(0, 100_000)));
  expect((await bench.pieces()).length).toBeGreaterThanOrEqual(2);
  const { headers } = await tus.head(left);
  const endsIn = Date.parse(headers.get('upload-expires')!) - Date.now();
  expect(Math.round(endsIn / 3_600_000)).toBe(24);

  expect((await tus.drop(given)).status).toBe(204);
  expect((await tus.head(given)).status).toBe(404);
  await assets.runJob('asset.forget-uploads');
  expect((await tus.head(left)).status).toBe(200);
  await assets.database.sql.query("UPDATE upload SET expires_at = now() - interval '1 second'");
  expect((await tus.head(left)).status).toBe(404);
  expect((await tus.patch(left, 100_000, Buffer.from('more'))).status).toBe(404);
  await assets.runJob('asset.forget-uploads');
  await assets.runJob('asset.delete-objects');
  expect(await assets.objectKeys()).toEqual([]);
});
