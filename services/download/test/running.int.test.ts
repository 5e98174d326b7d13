import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { AssetFacts, UserActor } from '@vitrine/contracts';
import { openFaultyLink } from '@vitrine/platform/testing/faulty-link.ts';
import { askForHeaders } from './testing/ask.ts';
import { type Bench, anonymous, as, openBench } from './testing/open-bench.ts';
import { readRest } from './testing/slow-reader.ts';

/** More than the sockets of both sides hold for a reader who does not read. */
const LARGE = 40_000_000;

let bench: Bench;
let mia: UserActor;
let large: AssetFacts;

beforeAll(async () => {
  bench = await openBench({ limits: { perSession: 2, perProcess: 3 } });
  mia = bench.user();
  large = await bench.asset(mia, 'large.bin', {}, LARGE);
});
beforeEach(async () => {
  await bench.service.idle();
  await bench.told();
});
afterAll(() => bench.close());

const planned = (assets: readonly AssetFacts[], actor = mia) =>
  bench.downloads.prepare({ assetIds: assets.map(({ assetId }) => assetId) }, as(actor));
const outcomes = async (of = bench) => {
  const events = await of.told();
  return events.slice(1).map(({ type, data }) => [type.split('.')[1], data['abortedBy'] ?? null]);
};

test('when the object of a file is missing, then an error is answered and not a broken file', async () => {
  const asset = await bench.asset(mia, 'missing.bin');
  const { url } = await planned([asset]);
  await bench.objects.delete(asset.objectKey);
  const { status, code, headers } = await bench.get(url);
  expect([status, code]).toEqual([503, 'temporarily-unavailable']);
  expect(headers).not.toHaveProperty('content-disposition');
  expect(headers).not.toHaveProperty('etag');
  expect(headers['retry-after']).toBe('5');
  expect(await outcomes()).toEqual([
    ['started', null],
    ['aborted', 'source'],
  ]);
});

test('when an object within a zip is missing or another, then the connection is reset', async () => {
  const asset = await bench.asset(mia, 'second.bin', {}, 1_000_000);
  const { url, byteSize } = await planned([large, asset]);
  await bench.objects.delete(asset.objectKey);
  const { byteSize: received, error } = await readRest(await bench.begin(url));
  expect(error).toBe('ECONNRESET');
  expect(received).toBeLessThan(byteSize);
  await bench.service.idle();
  expect(await outcomes()).toEqual([
    ['started', null],
    ['aborted', 'source'],
  ]);
});

test('when the reader goes away, then the download is over and told with the bytes it took', async () => {
  const { id, url } = await planned([large]);
  const response = await bench.begin(url);
  expect(await bench.downloads.get({ id }, as(mia))).toMatchObject({ state: 'running' });
  response.destroy();
  await bench.service.idle();
  const { state, bytesSent } = await bench.downloads.get({ id }, as(mia));
  expect(state).toBe('aborted');
  expect(bytesSent).toBeLessThan(LARGE);
  expect(await bench.told()).toMatchObject([
    { type: 'download.prepared.v1' },
    { type: 'download.started.v1' },
    { type: 'download.aborted.v1', data: { abortedBy: 'reader', bytesSent, version: 3 } },
  ]);
});

describe('when readers are not waited for as long as usual', () => {
  let impatient: Bench;
  let url: string;
  beforeEach(async () => {
    impatient = await openBench({ noProgressMs: 1_500 });
    const owner = impatient.user();
    const asset = await impatient.asset(owner, 'large.bin', {}, LARGE);
    ({ url } = await impatient.downloads.prepare({ assetIds: [asset.assetId] }, as(owner)));
  });
  afterEach(() => impatient.close());

  const isEnded = async (): Promise<void> => {
    await impatient.service.idle();
    expect(await outcomes(impatient)).toEqual([
      ['started', null],
      ['aborted', 'reader'],
    ]);
  };

  test('then one who stands still is ended and holds nothing any more', async () => {
    const response = await impatient.begin(url);
    await isEnded();
    expect(await readRest(response)).toMatchObject({ error: 'ECONNRESET' });
  });

  test('then one who takes a little now and then is ended as one who stands still', async () => {
    const link = await openFaultyLink({ port: Number(new URL(impatient.origin).port) });
    const response = await askForHeaders(link.through(`${impatient.origin}${url}`), {
      headers: await impatient.headersOf(anonymous),
    });
    // More than nothing in each second and a half, and less than a slab.
    link.throttle(70_000);
    response.resume();
    const broken = once(response, 'error');
    await isEnded();
    await link.close();
    await broken;
  });
});

test('when too many run, of a session or of all, then one more has to wait', async () => {
  const noah = bench.user({ domainIds: mia.domainIds });
  const [mine, his] = [await planned([large]), await planned([large], noah)];
  const refused = async (url: string) => {
    const { status, code, headers } = await bench.get(url);
    expect([status, code, headers['retry-after']]).toEqual([429, 'too-many-requests', '5']);
  };
  const running = [await bench.begin(mine.url), await bench.begin(mine.url)];
  await refused(mine.url);
  running.push(await bench.begin(his.url));
  await refused(his.url);
  expect((await bench.get(mine.url, { method: 'HEAD' })).status).toBe(200);
  for (const each of running) each.destroy();
  await bench.service.idle();
  expect((await bench.get(mine.url, { headers: { range: 'bytes=0-9' } })).status).toBe(206);
});

describe('when the process drains', () => {
  let draining: Bench;
  let url: string;
  beforeEach(async () => {
    draining = await openBench();
    const owner = draining.user();
    const asset = await draining.asset(owner, 'large.bin', {}, LARGE);
    ({ url } = await draining.downloads.prepare({ assetIds: [asset.assetId] }, as(owner)));
  });
  afterEach(() => draining.close());

  test('then what runs is waited for, and nothing new begins', async () => {
    const response = await draining.begin(url);
    const drained = draining.service.drain(20_000);
    expect(await draining.get(url)).toMatchObject({ status: 503, code: 'temporarily-unavailable' });
    expect(await readRest(response)).toEqual({ byteSize: LARGE, error: null });
    await drained;
  });

  test('then what does not end in time is reset, and told', async () => {
    const response = await draining.begin(url);
    await Promise.all([draining.service.drain(20_000), draining.service.drain(0)]);
    expect(await readRest(response)).toMatchObject({ error: 'ECONNRESET' });
    expect((await draining.told()).at(-1)?.data).toMatchObject({ abortedBy: 'shutdown' });
  });
});
