import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DownloadView, UserActor } from '@vitrine/contracts';
import type { Answer } from './testing/ask.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';
import { askWithoutReading } from './testing/slow-reader.ts';

let bench: Bench;
let mia: UserActor;
let zip: DownloadView;
let whole: Answer;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
  const assets = [
    await bench.asset(mia, 'a.png'),
    await bench.asset(mia, 'big.bin', {}, 20_000_000),
    await bench.asset(mia, 'c.png'),
  ];
  zip = await bench.downloads.prepare({ assetIds: assets.map(({ assetId }) => assetId) }, as(mia));
  whole = await bench.get(zip.url);
});
afterAll(() => bench.close());

/** Without what says something of the moment or of the connection (RFC 9110, 7.6.1). */
const lasting = ({ date: _d, connection: _c, 'keep-alive': _k, ...headers }: Answer['headers']) => headers;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const anotherPlan = () =>
  bench.downloads.prepare({ assetIds: zip.included.map(({ assetId }) => assetId) }, as(mia));

test.each([
  ['nothing more', {}],
  ['a range', { range: 'bytes=100-2099' }],
  ['several ranges', { range: 'bytes=0-1,5-6' }],
  ['a range beyond the end', { range: 'bytes=99999999-' }],
  ['a tag of another version', { range: 'bytes=100-', 'if-range': '"another"' }],
])('when HEAD asks with %s, then it is answered as GET, without the body', async (_what, headers) => {
  const [head, get] = [
    await bench.get(zip.url, { method: 'HEAD', headers }),
    await bench.get(zip.url, { headers }),
  ];
  expect([head.status, lasting(head.headers)]).toEqual([get.status, lasting(get.headers)]);
  expect(head.body).toHaveLength(0);
});

test.each([
  ['bytes=0-0', 0, 1],
  ['bytes=1990-2300', 1990, 2301],
  ['bytes=1000000-', 1_000_000, undefined],
  ['bytes=-500', -500, undefined],
])('when the range is %s, then exactly those bytes come', async (range, from, to) => {
  const { status, headers, body } = await bench.get(zip.url, { headers: { range } });
  const expected = whole.body.subarray(from, to);
  expect(status).toBe(206);
  expect(body.equals(expected)).toBe(true);
  const first = from < 0 ? zip.byteSize + from : from;
  expect(headers['content-range']).toBe(`bytes ${first}-${first + expected.length - 1}/${zip.byteSize}`);
  expect(headers['content-length']).toBe(String(expected.length));
});

test('when the range cannot be had, then 416 tells the size', async () => {
  const { status, headers, code } = await bench.get(zip.url, {
    headers: { range: `bytes=${zip.byteSize}-` },
  });
  expect([status, code]).toEqual([416, 'range-not-satisfiable']);
  expect(headers['content-range']).toBe(`bytes */${zip.byteSize}`);
  expect(headers['content-disposition']).toBeUndefined();
});

test('when If-Range names another version, then the whole comes; when it names this one, then the range', async () => {
  const { etag = '' } = whole.headers;
  const of = (tag: string) =>
    bench.get(zip.url, { headers: { range: 'bytes=0-9', 'if-range': tag } }).then(({ status }) => status);
  expect(await of(etag)).toBe(206);
  expect(await of(`W/${etag}`)).toBe(200);
  expect(await of('"another"')).toBe(200);
});

test('when the reader has this version already, then 304 and no bytes', async () => {
  const { etag = '' } = whole.headers;
  const { status, headers, body } = await bench.get(zip.url, { headers: { 'if-none-match': etag } });
  expect([status, headers.etag, body.length]).toEqual([304, etag, 0]);
});

test('when the reader goes on only with another version, then 412 and no bytes of this one', async () => {
  const { etag = '' } = whole.headers;
  const of = (tag: string) => bench.get(zip.url, { headers: { range: 'bytes=0-9', 'if-match': tag } });
  expect((await of(etag)).status).toBe(206);
  const { status, body } = await of('"another"');
  expect([status, JSON.parse(body.toString())]).toMatchObject([412, { code: 'precondition-failed' }]);
});

test('when a download is cut and goes on, then the whole is the same to the byte and told as completed', async () => {
  const plan = await anotherPlan();
  await bench.service.idle();
  await bench.told();
  const first = await bench.begin(plan.url);
  const [beginning] = (await once(first, 'data')) as [Buffer];
  first.destroy();
  await bench.service.idle();
  const cut = await bench.downloads.get({ id: plan.id }, as(mia));
  expect(cut.state).toBe('aborted');
  expect(cut.bytesSent).toBeLessThan(plan.byteSize);
  const { etag = '' } = first.headers;
  const rest = await bench.get(plan.url, {
    headers: { range: `bytes=${beginning.length}-`, 'if-range': etag },
  });
  await bench.service.idle();
  expect(rest.status).toBe(206);
  expect(sha256(Buffer.concat([beginning, rest.body]))).toBe(sha256(whole.body));
  expect(await bench.downloads.get({ id: plan.id }, as(mia))).toMatchObject({
    state: 'completed',
    bytesSent: plan.byteSize,
  });
  expect((await bench.told()).map(({ type, data }) => [type, data['abortedBy']])).toEqual([
    ['download.started.v1', undefined],
    ['download.aborted.v1', 'reader'],
    ['download.completed.v1', undefined],
  ]);
});

test('when a download comes in parts at the same time, then it is completed by the last of them', async () => {
  const plan = await anotherPlan();
  await bench.service.idle();
  await bench.told();
  const part = Math.ceil(plan.byteSize / 4);
  const parts = await Promise.all(
    [0, 1, 2, 3].map((index) =>
      bench.get(plan.url, { headers: { range: `bytes=${index * part}-${(index + 1) * part - 1}` } }),
    ),
  );
  await bench.service.idle();
  expect(sha256(Buffer.concat(parts.map(({ body }) => body)))).toBe(sha256(whole.body));
  expect((await bench.told()).map(({ type }) => type)).toEqual([
    'download.started.v1',
    'download.completed.v1',
  ]);
});

test('when a program speaks HTTP/1.0, then it gets the whole and the connection is closed', async () => {
  const socket = askWithoutReading(
    bench.origin,
    zip.url,
    await bench.headersOf({ kind: 'anonymous' }),
    '1.0',
  );
  const answer = await buffer(socket);
  const bodyStart = answer.indexOf('\r\n\r\n') + 4;
  expect(answer.subarray(0, bodyStart).toString()).toContain(`Content-Length: ${zip.byteSize}\r\n`);
  expect(answer.subarray(bodyStart).equals(whole.body)).toBe(true);
});
