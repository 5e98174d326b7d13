import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetFacts, GuestActor, UserActor } from '@vitrine/contracts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { askForHeaders } from './testing/ask.ts';
import { type Bench, anonymous, as, openBench } from './testing/open-bench.ts';
import { revoking } from './testing/revocations.ts';
import { readRest } from './testing/slow-reader.ts';

/** More than the sockets of both sides hold for a reader who does not read. */
const LARGE = 40_000_000;

let bench: Bench;
let another: Awaited<ReturnType<Bench['startAnother']>>;
let mia: UserActor;
let large: AssetFacts;
let guest: GuestActor;

beforeAll(async () => {
  bench = await openBench();
  another = await bench.startAnother();
  mia = bench.user();
  large = await bench.asset(mia, 'large.bin', {}, LARGE);
  ({ guest } = bench.share(mia, [large]));
});
afterAll(async () => {
  await another.stop();
  await bench.close();
});

const prepared = () => bench.downloads.prepare({ assetIds: [large.assetId] }, as(guest));
const beginAt = async (origin: string, url: string, headers: Record<string, string> = {}) =>
  askForHeaders(`${origin}${url}`, { headers: await bench.headersOf(anonymous, headers) });

test('when something is revoked, then what each of two processes sends of it ends within two seconds', async () => {
  const { url } = await prepared();
  const responses = [await beginAt(bench.origin, url), await beginAt(another.origin, url)];
  const publishedAt = performance.now();
  await bench.bus.publish(revoking['guest.removed']!({ owner: mia, guest, asset: large }));
  const rests = await Promise.all(responses.map(readRest));
  expect(performance.now() - publishedAt).toBeLessThan(2_000);
  for (const { byteSize, error } of rests) {
    expect(error).toBe('ECONNRESET');
    expect(byteSize).toBeLessThan(LARGE);
  }
  await Promise.all([bench.service.idle(), another.service.idle()]);
});

test('when a download runs at one process, then another tells how far it is, and who ended it', async () => {
  const { id, url } = await prepared();
  const response = await beginAt(bench.origin, url);
  const told = () => another.downloads.get({ id }, as(guest));
  await eventually(async () => expect((await told()).bytesSent).toBeGreaterThan(0), 10_000);
  expect(await told()).toMatchObject({ state: 'running', abortedBy: null });
  response.destroy();
  await eventually(async () => expect(await told()).toMatchObject({ state: 'aborted', abortedBy: 'reader' }));
});

test('when a download was begun at one process, then it is resumed at another, to the byte', async () => {
  const { url, byteSize } = await prepared();
  const first = await beginAt(bench.origin, url);
  const [beginning] = (await once(first, 'data')) as [Buffer];
  first.destroy();
  const rest = await beginAt(another.origin, url, {
    range: `bytes=${beginning.length}-`,
    'if-range': first.headers.etag ?? '',
  });
  expect(rest.statusCode).toBe(206);
  expect(await readRest(rest)).toEqual({ byteSize: byteSize - beginning.length, error: null });
});
