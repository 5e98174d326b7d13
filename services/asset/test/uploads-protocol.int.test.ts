import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aGuest, aUser } from '../src/testing/actors.ts';
import { IDS } from '../src/testing/an-asset.ts';
import { type AssetServiceUnderTest, UPLOAD_BYTE_SIZE_MAX, anAssetService } from './an-asset-service.ts';
import { tusCalls } from './tus-calls.ts';

let assets: AssetServiceUnderTest;
let tus: ReturnType<typeof tusCalls>;
beforeAll(async () => {
  assets = await anAssetService();
  tus = tusCalls(assets);
});
afterAll(async () => {
  for (const worker of assets.service.workers) await worker.stop();
  await assets.close();
});
beforeEach(async () => {
  await assets.database.sql.query('TRUNCATE asset, upload, object_to_delete, platform.outbox CASCADE');
});

const bytes = (count: number) => Buffer.alloc(count, 'x');
const begun = async (byteSize = 10) => (await tus.create(byteSize)).headers.get('location')!;

test('when it is asked what is spoken here, then it is tus 1.0 with three extensions and a largest size', async () => {
  const { status, headers } = await tus.options();
  expect(status).toBe(204);
  expect(Object.fromEntries(headers)).toMatchObject({
    'tus-version': '1.0.0',
    'tus-extension': 'creation,termination,expiration',
    'tus-max-size': String(UPLOAD_BYTE_SIZE_MAX),
  });
});

test('when an upload is begun, then its address, its end and its offset are told', async () => {
  const { status, headers } = await tus.create(10);
  expect(status).toBe(201);
  expect(headers.get('tus-resumable')).toBe('1.0.0');
  const path = headers.get('location')!;
  expect(path).toMatch(/^\/api\/v1\/uploads\/[\da-f-]{36}$/);
  const head = await tus.head(path);
  expect([head.status, head.offset]).toEqual([200, 0]);
  expect(Object.fromEntries(head.headers)).toMatchObject({
    'upload-length': '10',
    'cache-control': 'no-store',
    'upload-expires': headers.get('upload-expires'),
  });
});

test.each([
  ['an empty file', () => tus.create(0), 400, 'empty-file'],
  ['more than is taken', () => tus.create(UPLOAD_BYTE_SIZE_MAX + 1), 413, 'too-large'],
  ['a size that is none', () => tus.create(NaN), 400, 'invalid-request'],
  ['a size that is negative', () => tus.create(-1), 400, 'invalid-request'],
  ['no name', () => tus.create(1, { filename: '' }), 400, 'invalid-file-name'],
  ['a title that is too long', () => tus.create(1, { title: 'x'.repeat(201) }), 400, 'invalid-title'],
  ['a foreign domain', () => tus.create(1, { domainId: IDS.campaigns }), 404, 'not-found'],
  ['a guest', () => tus.create(1, {}, { actor: aGuest() }), 401, 'not-signed-in'],
  ['nobody', () => tus.create(1, {}, { actor: { kind: 'anonymous' } }), 401, 'not-signed-in'],
  [
    'metadata that are no text',
    () => tus.create(1, {}, { headers: { 'upload-metadata': 'filename //8=' } }),
    400,
    'invalid-request',
  ],
  [
    'a name twice',
    () => tus.create(1, {}, { headers: { 'upload-metadata': 'filename YQ==,filename Yg==' } }),
    400,
    'invalid-request',
  ],
  [
    'another version of the protocol',
    () => tus.create(1, {}, { headers: { 'tus-resumable': '0.2.0' } }),
    412,
    'precondition-failed',
  ],
] as const)('when an upload is begun with %s, then it is refused before its first byte', async (...row) => {
  const [, create, status, code] = row;
  expect(await create()).toMatchObject({ status, body: { code } });
  expect((await tus.list()).items).toEqual([]);
});

test('when bytes come that do not fit, then they are refused with a reason and nothing of them is kept', async () => {
  const path = await begun();
  await tus.patch(path, 0, bytes(4));
  const type = { headers: { 'content-type': 'application/octet-stream' } };
  const old = { headers: { 'tus-resumable': '0.2.0' } };
  const refusals = [
    [await tus.patch(path, 0, bytes(4)), 409, 'conflict'],
    [await tus.patch(path, 5, bytes(4)), 409, 'conflict'],
    [await tus.patch(path, 4, bytes(7)), 413, 'too-large'],
    [await tus.patch(path, 'four', bytes(1)), 400, 'invalid-request'],
    [await tus.patch(path, 4, bytes(1), type), 415, 'unsupported-media-type'],
    [await tus.patch(path, 4, bytes(1), old), 412, 'precondition-failed'],
  ] as const;
  for (const [answer, status, code] of refusals) expect(answer).toMatchObject({ status, body: { code } });
  expect((await tus.head(path)).offset).toBe(4);
  expect((await assets.objectKeys()).filter((key) => key.startsWith('uploads/'))).toHaveLength(1);
});

test("when an upload is somebody else's, then it is answered exactly as one that does not exist", async () => {
  const path = await begun();
  const others = [
    aUser({ userId: newId() }),
    aUser({ domainIds: [IDS.campaigns] }),
    aUser({ accountId: newId() }),
  ];
  const paths = [path, `/api/v1/uploads/${newId()}`, '/api/v1/uploads/no-id'];
  for (const actor of others)
    for (const each of paths) {
      expect((await tus.head(each, actor)).status).toBe(404);
      const answers = [
        await tus.patch(each, 0, bytes(10), { actor }),
        await tus.drop(each, actor),
        await tus.send('GET', each, {}, { actor }),
      ];
      for (const answer of answers)
        expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  expect((await tus.head(path, aGuest())).status).toBe(401);
  expect((await tus.list(others[0])).items).toEqual([]);
  expect((await tus.list(others[1])).items).toEqual([]);
  expect((await tus.head(path)).offset).toBe(0);
});

test('when the beginning is repeated with its key, then it is one upload; with another file it is refused', async () => {
  const key = { headers: { 'idempotency-key': newId() } };
  const [first, second] = [await tus.create(10, {}, key), await tus.create(10, {}, key)];
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  expect((await tus.list()).items).toHaveLength(1);
  expect(await tus.create(11, {}, key)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  const noKey = { headers: { 'idempotency-key': 'x'.repeat(256) } };
  expect(await tus.create(10, {}, noKey)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test('when a second request sends the same bytes, then it takes over, and no byte is there twice', async () => {
  const path = await begun(200_000);
  const attempts = await Promise.all([1, 2, 3, 4].map(() => tus.patch(path, 0, bytes(200_000))));
  expect(attempts.filter(({ status }) => status === 204).length).toBeLessThanOrEqual(1);
  for (const { status } of attempts) expect([204, 409]).toContain(status);
  const { offset } = await tus.head(path);
  if (offset < 200_000)
    expect(await tus.patch(path, offset, bytes(200_000 - offset))).toMatchObject({ status: 204 });
  expect(await tus.patch(path, 0, bytes(200_000))).toMatchObject({ status: 409, body: { code: 'conflict' } });
  const { assetId } = await tus.show(path);
  expect((await assets.get(assetId!)).body.byteSize).toBe(200_000);
  expect((await assets.list()).body.total).toBe(1);
});
