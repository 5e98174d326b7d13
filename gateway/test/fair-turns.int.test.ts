import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aHeldService } from './testing/held-service.ts';
import { type Gateway, aPerson, echoes, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
let shares: ReturnType<typeof aHeldService>;
beforeEach(async () => {
  shares = aHeldService();
  gateway = await runGateway({ upstreams: { ...echoes(), share: shares.upstream } });
});
afterEach(() => gateway.stop());

type Browser = Awaited<ReturnType<typeof signedIn>>;
const someone = () => signedIn(gateway, aPerson(gateway));
const askMany = (browser: Browser, count: number, path = '/api/v1/shares') =>
  Array.from({ length: count }, (_, index) => browser.ask('GET', `${path}?n=${index}`));
/** What was asked of others is answered behind all that came before it. */
const roundTrip = async (browser: Browser) => {
  for (let time = 0; time < 3; time += 1)
    expect((await browser.ask('GET', '/api/v1/assets')).status).toBe(200);
};

test('when somebody alone asks for much at once, then six are at it, and the next when one is answered', async () => {
  const mia = await someone();
  const answers = askMany(mia, 8);
  await shares.holds(6);
  await roundTrip(mia);
  expect(shares.held()).toHaveLength(6);
  shares.answer(1);
  await shares.holds(6);
  shares.answer();
  await shares.holds(1);
  shares.answer();
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(8).fill(200));
});

test('when another is there, then two at a time are at it, and the other one comes at once', async () => {
  const [mia, noah] = [await someone(), await someone()];
  await roundTrip(noah);
  const answers = askMany(mia, 5);
  await shares.holds(2);
  await roundTrip(mia);
  expect(shares.held()).toHaveLength(2);
  const others = askMany(noah, 1, '/api/v1/shares/with-me');
  await shares.holds(3);
  expect(shares.held()[2]).toContain('with-me');
  for (let time = 0; time < 3; time += 1) {
    await roundTrip(noah);
    shares.answer();
    if (time < 2) await shares.holds(time === 0 ? 2 : 1);
  }
  expect((await Promise.all([...answers, ...others])).map(({ status }) => status)).toEqual(
    Array(6).fill(200),
  );
});

test('when what one service is asked for waits, then what another is asked for does not', async () => {
  const mia = await someone();
  const answers = askMany(mia, 10);
  await shares.holds(6);
  await roundTrip(mia);
  shares.answer();
  await shares.holds(4);
  shares.answer();
  await Promise.all(answers);
});

test('when bodies are large, then one is at it at a time', async () => {
  const mia = await someone();
  const assetIds = Array.from({ length: 2_000 }, () => newId());
  const answers = Array.from({ length: 2 }, () => mia.ask('POST', '/api/v1/shares', { assetIds }));
  await shares.holds(1);
  await roundTrip(mia);
  expect(shares.held()).toHaveLength(1);
  shares.answer();
  await shares.holds(1);
  shares.answer();
  await Promise.all(answers);
});

test('when a large one was answered and another is there, then the next comes after a rest', async () => {
  const [mia, noah] = [await someone(), await someone()];
  const assetIds = Array.from({ length: 2_000 }, () => newId());
  const first = mia.ask('POST', '/api/v1/shares', { assetIds });
  await shares.holds(1);
  for (const from = performance.now(); performance.now() - from < 50;) await roundTrip(noah);
  const answeredAt = performance.now();
  shares.answer();
  await first;
  const next = mia.ask('POST', '/api/v1/shares', { assetIds });
  await shares.holds(1);
  expect(performance.now() - answeredAt).toBeGreaterThan(450);
  shares.answer();
  expect((await next).status).toBe(200);
});

test('when a large one is broken off, then the next is not at it as long as a service may be', async () => {
  const mia = await someone();
  const assetIds = Array.from({ length: 2_000 }, () => newId());
  const gone = new AbortController();
  const cookie = [...mia.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, 'content-type': 'application/json' };
  const body = JSON.stringify({ assetIds });
  const brokenOff = fetch(`${gateway.url}/api/v1/shares/check`, {
    method: 'POST',
    headers,
    body,
    signal: gone.signal,
  });
  await shares.holds(1);
  gone.abort();
  await expect(brokenOff).rejects.toThrow();
  const next = mia.ask('POST', '/api/v1/shares', { assetIds });
  await roundTrip(mia);
  expect(shares.held()).toEqual([expect.stringContaining('check')]);
  await shares.holds(2);
  shares.answer();
  expect((await next).status).toBe(200);
});

test('when more wait than may, then the next is refused with when to come again', async () => {
  const mia = await someone();
  const answers = askMany(mia, 207);
  const { status, headers } = await Promise.race(answers);
  expect([status, headers.get('retry-after')]).toEqual([429, '1']);
  const statuses = (await shares.answerUntil(Promise.all(answers))).map((answer) => answer.status);
  expect(statuses.filter((told) => told === 429)).toHaveLength(1);
});

test('when somebody who waits goes away, then nothing is asked for them', async () => {
  const mia = await someone();
  const answers = askMany(mia, 6);
  await shares.holds(6);
  const gone = new AbortController();
  const cookie = [...mia.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const waiting = fetch(`${gateway.url}/api/v1/shares?gone`, { headers: { cookie }, signal: gone.signal });
  await roundTrip(mia);
  gone.abort();
  await expect(waiting).rejects.toThrow();
  const last = askMany(mia, 1, '/api/v1/shares/with-me');
  await roundTrip(mia);
  shares.answer();
  await shares.holds(1);
  expect(shares.held()).toEqual([expect.stringContaining('with-me')]);
  shares.answer();
  await Promise.all([...answers, ...last]);
});
