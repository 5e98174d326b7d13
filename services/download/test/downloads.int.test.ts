import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import yauzl from 'yauzl';
import { testWithEveryTool } from '../src/engine/testing/zip-tools.ts';
import { type Bench, anonymous, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;
let folder: string;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-zips-'));
});
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

const idsOf = (assets: readonly { assetId: string }[]) => assets.map(({ assetId }) => assetId);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('when one asset is downloaded, then it is that file under its own name', async () => {
  const asset = await bench.asset(mia, 'Grüße "aus" Köln.png');
  const plan = await bench.downloads.prepare({ assetIds: [asset.assetId, asset.assetId] }, as(mia));
  expect(plan).toMatchObject({
    kind: 'file',
    fileName: 'Grüße _aus_ Köln.png',
    byteSize: asset.byteSize,
    entryCount: 1,
    included: [{ assetId: asset.assetId, name: 'Grüße _aus_ Köln.png', byteSize: asset.byteSize }],
    excluded: [],
  });
  const { status, headers, body } = await bench.get(plan.url, { as: mia });
  expect(status).toBe(200);
  expect(sha256(body)).toBe(asset.sha256);
  expect(headers).toMatchObject({
    'content-length': String(asset.byteSize),
    'content-type': 'image/png',
    'content-disposition': `attachment; filename="Gru_e _aus_ Koln.png"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20_aus_%20K%C3%B6ln.png`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-transform',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    etag: expect.stringMatching(/^"[\w-]{43}"$/),
  });
});

test('when several are downloaded, then they are a zip of exactly the size that was told', async () => {
  const assets = [
    await bench.asset(mia, 'a.png'),
    await bench.asset(mia, 'A.png', {}, 1),
    await bench.asset(mia, 'big.bin', {}, 3_000_000),
  ];
  const plan = await bench.downloads.prepare({ assetIds: idsOf(assets) }, as(mia));
  expect(plan.kind).toBe('zip');
  expect(plan.fileName).toMatch(/^Vitrine 3 assets \d{4}-\d\d-\d\d\.zip$/);
  expect(plan.included.map(({ name }) => name)).toEqual(['a.png', 'A (2).png', 'big.bin']);
  const { headers, body } = await bench.get(plan.url);
  expect(headers).toMatchObject({
    'content-type': 'application/zip',
    'content-length': String(plan.byteSize),
  });
  expect(body).toHaveLength(plan.byteSize);
  const zip = await yauzl.fromBufferPromise(body, {
    strictFileNames: true,
    lazyEntries: true,
    autoClose: false,
  });
  const hashes: string[] = [];
  for await (const entry of zip.eachEntry())
    hashes.push(sha256(await buffer(await zip.openReadStreamPromise(entry))));
  expect(hashes).toEqual(assets.map((asset) => asset.sha256));
  await writeFile(path.join(folder, 'several.zip'), body);
});

testWithEveryTool('a downloaded zip', () => path.join(folder, 'several.zip'));

test('when some cannot be had, then they are told with their reason before the first byte', async () => {
  const good = await bench.asset(mia, 'good.png');
  const gone = await bench.asset(mia, 'gone.png', { availability: 'unavailable', reason: 'unavailable' });
  const late = await bench.asset(mia, 'late.png', { availability: 'expired', reason: 'expired' });
  const excluded = [
    { assetId: gone.assetId, fileName: 'gone.png', reason: 'unavailable' },
    { assetId: late.assetId, fileName: 'late.png', reason: 'expired' },
  ];
  const plan = await bench.downloads.prepare({ assetIds: idsOf([gone, good, late]) }, as(mia));
  expect(plan).toMatchObject({ kind: 'zip', entryCount: 1, excluded });
  await bench.service.idle();
  await bench.told();
  await expect(bench.downloads.prepare({ assetIds: idsOf([gone, late]) }, as(mia))).rejects.toMatchObject({
    code: 'nothing-to-download',
    details: { excluded },
  });
  await expect(bench.downloads.prepare({ assetIds: idsOf([gone]) }, as(mia))).rejects.toMatchObject({
    code: 'nothing-to-download',
    details: { excluded: excluded.slice(0, 1) },
  });
  expect(await bench.told()).toEqual([]);
});

test('when one id is foreign or unknown, then the whole is refused as if it were not there', async () => {
  const mine = await bench.asset(mia, 'mine.png');
  const foreign = await bench.asset(bench.user(), 'foreign.png');
  for (const other of [foreign.assetId, newId()])
    await expect(bench.downloads.prepare({ assetIds: [mine.assetId, other] }, as(mia))).rejects.toMatchObject(
      { code: 'not-found', details: {} },
    );
  await expect(bench.downloads.prepare({ assetIds: [mine.assetId] }, as(anonymous))).rejects.toMatchObject({
    code: 'not-signed-in',
  });
  await expect(bench.downloads.prepare({ assetIds: [] }, as(mia))).rejects.toMatchObject({
    code: 'invalid-request',
  });
});

test('when a guest downloads, then the zip has the name of the share and only what is in it', async () => {
  const assets = [
    await bench.asset(mia, 'a.png'),
    await bench.asset(mia, 'b.png'),
    await bench.asset(mia, 'c.png', { shareable: false }),
  ];
  const { guest, shareId } = bench.share(mia, assets);
  const other = await bench.asset(mia, 'other.png');
  await bench.service.idle();
  await bench.told();
  const plan = await bench.downloads.prepare({ assetIds: idsOf(assets) }, as(guest));
  expect(plan).toMatchObject({ kind: 'zip', fileName: 'Autumn_ 2026.zip', entryCount: 2 });
  expect(plan.excluded).toEqual([
    { assetId: assets[2]?.assetId, fileName: 'c.png', reason: 'may-not-be-shared' },
  ]);
  expect(plan.url).toMatch(/^\/d\/[\w-]{43}\?as=guest&shareId=[\da-f-]{36}$/);
  expect((await bench.get(plan.url, { as: guest })).body).toHaveLength(plan.byteSize);
  expect((await bench.told())[0]).toMatchObject({
    type: 'download.prepared.v1',
    data: { shareId, invitationId: guest.invitationId, userId: null, actorName: 'lena@agency.example' },
  });
  await expect(bench.downloads.prepare({ assetIds: [other.assetId] }, as(guest))).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(
    bench.downloads.prepare({ assetIds: idsOf(assets), shareId: newId() }, as(guest)),
  ).rejects.toMatchObject({ code: 'not-found' });
});
