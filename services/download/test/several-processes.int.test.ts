import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetFacts, GuestActor, UserActor } from '@vitrine/contracts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { ownTimeOf } from '@vitrine/platform/testing/own-time.ts';
import { ask, askForHeaders } from './testing/ask.ts';
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
  const rests: Awaited<ReturnType<typeof readRest>>[] = [];
  const tookMs = await ownTimeOf(async () => {
    await bench.bus.publish(revoking['guest.removed']!({ owner: mia, guest, asset: large }));
    rests.push(...(await Promise.all(responses.map(readRest))));
  });
  expect(tookMs).toBeLessThan(2_000);
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

const statusAt = async (origin: string, url: string, options: object = {}) => {
  const headers = await bench.headersOf(anonymous, { range: 'bytes=0-9' });
  return (await ask(`${origin}${url}`, { headers, ...options })).status;
};

test('when the time to start runs out, then both processes serve until that instant and refuse after it', async () => {
  const [late, started] = [await prepared(), await prepared()];
  expect(await statusAt(bench.origin, started.url)).toBe(206);
  const [row] = await bench.database.sql.query<{ borderMs: string }>(
    // Not clock_timestamp(), which goes on from row to row: they all have one border.
    `UPDATE download SET start_by = date_trunc('milliseconds', statement_timestamp()) + interval '700 ms'
     RETURNING extract(epoch FROM start_by) * 1000 AS "borderMs"`,
  );
  const borderMs = Number(row?.borderMs);
  const clockMs = async () => {
    const [now] = await bench.database.sql.query<{ ms: string }>(
      'SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms',
    );
    return Number(now?.ms);
  };
  const origins = [bench.origin, another.origin];
  const refused = new Set<string>();
  for (let turn = 0; refused.size < 2; turn += 1) {
    const origin = origins[turn % 2] ?? '';
    const askedAt = await clockMs();
    const status = await statusAt(origin, late.url, { method: 'HEAD' });
    if (status === 410) refused.add(origin);
    if (status === 410) expect(await clockMs()).toBeGreaterThan(borderMs);
    else expect([status, askedAt < borderMs + 1]).toEqual([206, true]);
  }
  for (const origin of origins) expect(await statusAt(origin, started.url)).toBe(206);
});
