import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { aGuest, aUser } from '../src/testing/actors.ts';
import { IDS } from '../src/testing/an-asset.ts';
import { type AssetServiceUnderTest, UPLOAD_BYTE_SIZE_MAX, anAssetService } from './an-asset-service.ts';

let assets: AssetServiceUnderTest;
beforeAll(async () => {
  assets = await anAssetService();
});
afterAll(() => assets.close());
beforeEach(async () => {
  await assets.database.sql.query('TRUNCATE asset, object_to_delete, platform.outbox CASCADE');
});

const countOf = async (table: string): Promise<number> => {
  const [row] = await assets.database.sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table}`,
  );
  return row?.count ?? 0;
};
/** The objects that were there before are not looked at. */
const nothingIsLeftOf = async (keysBefore: string[]): Promise<void> => {
  expect(await assets.objectKeys()).toEqual(keysBefore);
  expect(await countOf('asset')).toBe(0);
  expect(await countOf('render_job')).toBe(0);
  expect(await countOf('object_to_delete')).toBe(0);
  expect(await assets.database.publishedEvents()).toEqual([]);
};

test('when a file is uploaded, then it is an asset in processing with all that its bytes tell', async () => {
  const content = 'Grüße an das Team';
  const { status, body } = await assets.upload({ name: 'acme_brief.txt', content });
  expect(status).toBe(201);
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(body).toMatchObject({
    ...{ domainId: IDS.brand, fileName: 'acme_brief.txt', title: 'acme brief', kind: 'text' },
    ...{ mediaType: 'text/plain', byteSize: 19, sha256, availability: 'processing', downloadable: false },
    ...{ thumbnailUrl: null, expiresAt: null, shareable: true },
  });
  const stored = await assets.database.repositories.assets.byId(body.id);
  expect(stored).toMatchObject({ crc32: crc32(content), accountId: IDS.account, createdBy: IDS.mia });
  expect(await assets.store.stat(stored!.objectKey)).toMatchObject({ byteSize: 19 });
  expect(await assets.database.publishedEvents()).toMatchObject([
    { type: 'asset.created.v1', subject: body.id, data: { version: 1, sha256, actorId: IDS.mia } },
  ]);
  expect(await countOf('object_to_delete')).toBe(0);
});

test('when domain and title come before the file, then they count', async () => {
  const actor = aUser({ domainIds: [IDS.brand, IDS.campaigns] });
  const fields = { domainId: IDS.campaigns, title: ' Dunes\u0000 at dusk ' };
  const { body } = await assets.upload({ fields, actor });
  expect(body).toMatchObject({ domainId: IDS.campaigns, title: 'Dunes at dusk' });
});

test.each([
  ['an empty file', { content: '' }, 400, 'empty-file'],
  ['a file name of nothing', { name: '..' }, 400, 'invalid-file-name'],
  ['a foreign domain', { fields: { domainId: IDS.foreign } }, 404, 'not-found'],
  ['a domain that is none', { fields: { domainId: 'x\u0000' } }, 404, 'not-found'],
  ['no domain at all', { actor: aUser({ currentDomainId: null }) }, 404, 'not-found'],
  ['a title of 300 characters', { fields: { title: 'x'.repeat(300) } }, 400, 'invalid-title'],
  ['a guest', { actor: aGuest() }, 401, 'not-signed-in'],
  ['too many bytes', { content: new Uint8Array(UPLOAD_BYTE_SIZE_MAX + 1) }, 413, 'too-large'],
  ['a field that is too long', { fields: { title: 'x'.repeat(3_000) } }, 400, 'invalid-request'],
  ['a file name with a bell in it', { name: 'a\u0007.txt' }, 400, 'invalid-file-name'],
])('when %s is uploaded, then a problem says so and nothing is left', async (_what, upload, status, code) => {
  const before = await assets.objectKeys();
  expect(await assets.upload(upload)).toMatchObject({ status, body: { code } });
  await nothingIsLeftOf(before);
});

test('when a file name has slashes, quotes or 300 bytes, then it is kept as a safe one', async () => {
  const names = ['../a/b:c.txt', `${'ü'.repeat(148)}.txt`, 'say "hi".txt'];
  const kept = await Promise.all(names.map(async (name) => (await assets.upload({ name })).body.fileName));
  expect(kept[0]).toBe('b_c.txt');
  expect(Buffer.byteLength(kept[1]!)).toBeLessThanOrEqual(255);
  expect(kept[2]).toBe('say _hi_.txt');
});

const formOf = (...parts: [string, string | Blob][]): FormData => {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return form;
};
const file = new Blob(['hello']);

test('when domain and title come behind the file, then they count', async () => {
  const actor = aUser({ domainIds: [IDS.brand, IDS.campaigns], currentDomainId: null });
  const form = formOf(['file', file], ['title', 'Dunes'], ['domainId', IDS.campaigns]);
  const { status, body } = await assets.uploadForm(form, actor);
  expect([status, body]).toMatchObject([201, { domainId: IDS.campaigns, title: 'Dunes', byteSize: 5 }]);
});

test.each<[string, [string, string], number, string]>([
  ['foreign domain', ['domainId', IDS.foreign], 404, 'not-found'],
  ['title of which nothing is to be seen', ['title', '\u202e'], 400, 'invalid-title'],
  ['field that is too long', ['title', 'x'.repeat(3_000)], 400, 'invalid-request'],
])(
  'when a %s comes behind the file, then a problem says so and nothing is left',
  async (_what, field, status, code) => {
    const before = await assets.objectKeys();
    expect(await assets.uploadForm(formOf(['file', file], field))).toMatchObject({ status, body: { code } });
    await nothingIsLeftOf(before);
  },
);

test.each<[string, FormData]>([
  ['has no file', formOf(['domainId', IDS.brand])],
  ['has its file as text', formOf(['file', 'hello'])],
  ['has two files', formOf(['file', file], ['file', file])],
  ['has a file in another field', formOf(['picture', file])],
  ['has a misspelt field behind its file', formOf(['file', file], ['domainid', IDS.campaigns])],
  ['has two domains', formOf(['domainId', IDS.brand], ['domainId', IDS.campaigns], ['file', file])],
])('when a form %s, then the request is invalid and nothing is left', async (_what, form) => {
  const before = await assets.objectKeys();
  expect(await assets.uploadForm(form)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  await nothingIsLeftOf(before);
});

const sendWithKey = async (key: string, name: string, content = 'hello') => {
  const form = formOf(['domainId', IDS.brand]);
  form.append('file', new Blob([content]), name);
  const init = { method: 'POST', body: form, headers: { 'idempotency-key': key } };
  const response = await assets.request(aUser(), '/api/v1/assets', init);
  return { status: response.status, body: (await response.json()) as { id: string } };
};

test('when an upload is repeated with its key, also at the same time, then it is one asset and one object', async () => {
  const before = await assets.objectKeys();
  const atOnce = await Promise.all([sendWithKey('twice', 'a.txt'), sendWithKey('twice', 'a.txt')]);
  const later = await sendWithKey('twice', 'a.txt');
  expect(later.status).toBe(201);
  expect(atOnce).toEqual([later, later]);
  expect(await countOf('asset')).toBe(1);
  expect((await assets.objectKeys()).length).toBe(before.length + 1);
  expect(await assets.database.publishedEvents()).toMatchObject([{ subject: later.body.id }]);
});

test('when the key comes with another file, or is none, then a problem says so and nothing is left of it', async () => {
  await sendWithKey('another', 'a.txt');
  const before = await assets.objectKeys();
  for (const [key, name, content, status, code] of [
    ['another', 'b.txt', 'hello', 409, 'conflict'],
    ['another', 'a.txt', 'other', 409, 'conflict'],
    ['no key', 'a.txt', 'hello', 400, 'invalid-request'],
  ] as const)
    expect(await sendWithKey(key, name, content)).toMatchObject({ status, body: { code } });
  expect(await assets.objectKeys()).toEqual(before);
  expect(await countOf('asset')).toBe(1);
});

test('when the body is no form, then that is said', async () => {
  const types = { 'application/json': 415, 'multipart/form-data': 400, 'text/plain': 415 };
  for (const [type, status] of Object.entries(types)) {
    const init = { method: 'POST', body: '{}', headers: { 'content-type': type } };
    expect((await assets.request(aUser(), '/api/v1/assets', init)).status).toBe(status);
  }
});

const boundary = 'cut';
const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n`;
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` };

test('when a form ends before its last boundary, then the upload is incomplete and nothing is left', async () => {
  const before = await assets.objectKeys();
  const init = { method: 'POST', headers: multipart, body: `${head}${'x'.repeat(100_000)}` };
  const response = await assets.request(aUser(), '/api/v1/assets', init);
  expect(await response.json()).toMatchObject({ status: 400, code: 'upload-incomplete' });
  await nothingIsLeftOf(before);
});

test('when the sender breaks off half-way, then nothing is left', async () => {
  const before = await assets.objectKeys();
  const request = await assets.rawUpload({ ...multipart, 'content-length': '500000' });
  request.on('error', () => undefined);
  request.write(`${head}${'x'.repeat(200_000)}`);
  await untilTrue(async () => (await countOf('object_to_delete')) === 1);
  request.destroy();
  await new Promise((resolve) => request.once('close', resolve));
  await untilTrue(async () => (await countOf('object_to_delete')) === 0);
  await nothingIsLeftOf(before);
});

test('when an endless upload is refused, then the answer comes without waiting for its end', async () => {
  const request = await assets.rawUpload({ ...multipart, 'content-length': '50000000000' });
  request.on('error', () => undefined);
  request.write(`${head}${'x'.repeat(UPLOAD_BYTE_SIZE_MAX + 100_000)}`);
  const [response] = (await once(request, 'response')) as [{ statusCode: number }];
  expect(response.statusCode).toBe(413);
  request.destroy();
});

/** Asks again until it is so; the test's own time limit ends it. */
const untilTrue = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo()));
};
