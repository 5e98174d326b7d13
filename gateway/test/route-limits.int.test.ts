import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { LIMITED_ROUTES } from '../src/limits/limit-route.ts';
import { publicRoutes } from '../src/upstreams/public-routes.ts';
import { type Gateway, aPerson, anInvitation, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await runGateway({ trustedProxies: 1 });
});
afterEach(() => gateway.stop());

type Browser = Awaited<ReturnType<typeof signedIn>>;

/** As if so many had been counted within this minute. */
const counted = async (key: string, count: number): Promise<void> => {
  for (let time = 0; time < count; time += 1)
    await gateway.keyValue.increment(`limit:${key}`, { ttlSeconds: 60 });
};
const from = (address: string, headers = {}) => ({ 'x-forwarded-for': address, ...headers });
const statusOf = async (browser: Browser, method: string, path: string, headers = from('203.0.113.1')) =>
  (await browser.ask(method, path, method === 'POST' ? {} : undefined, headers)).status;

test('when a route is limited, then there is such a route', () => {
  const known = new Set(publicRoutes().map(({ method, path }) => `${method.toUpperCase()} ${path}`));
  expect(LIMITED_ROUTES.filter((route) => !known.has(route))).toEqual([]);
});

test('when a person plans a hundred downloads a second, then one more is refused until the minute is over, and others are not', async () => {
  const person = aPerson(gateway);
  const mia = await signedIn(gateway, person);
  await counted(`download-plan:person:${person.userId}`, 5_999);
  expect(await statusOf(mia, 'POST', '/api/v1/downloads')).toBe(200);
  const { status, headers } = await mia.ask('POST', '/api/v1/downloads', {}, from('203.0.113.2'));
  expect([status, Number(headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
  const noah = await signedIn(gateway, aPerson(gateway));
  expect(await statusOf(noah, 'POST', '/api/v1/downloads')).toBe(200);
  gateway.passSeconds(61);
  expect(await statusOf(mia, 'POST', '/api/v1/downloads')).toBe(200);
});

test('when an address has begun too many downloads, then no other begins there, those that go on go on, and a forged header is another of nobody', async () => {
  const mia = await signedIn(gateway, aPerson(gateway));
  await counted('download:address:203.0.113.1', 12_000);
  const path = `/d/${'t'.repeat(43)}`;
  expect(await statusOf(mia, 'GET', path)).toBe(429);
  expect(await statusOf(mia, 'GET', path, from('203.0.113.1', { range: 'bytes=0-' }))).toBe(429);
  expect(await statusOf(mia, 'GET', path, from('203.0.113.1', { range: 'bytes=5-' }))).toBe(200);
  expect(await statusOf(mia, 'HEAD', path)).toBe(200);
  expect(await statusOf(mia, 'GET', path, from('198.51.100.7, 203.0.113.1'))).toBe(429);
  expect(await statusOf(mia, 'GET', path, from('203.0.113.2'))).toBe(200);
});

test('when the guests of a share ask for too much, then they are refused, and those of another are not', async () => {
  const { token, invitation } = anInvitation(gateway);
  const guest = gateway.browser();
  await guest.ask('POST', '/api/v1/guest/session', { token });
  await counted(`download-plan:share:${invitation.shareId}`, 12_000);
  expect(await statusOf(guest, 'POST', '/api/v1/downloads')).toBe(429);
  const other = gateway.browser();
  await other.ask('POST', '/api/v1/guest/session', { token: anInvitation(gateway).token });
  expect(await statusOf(other, 'POST', '/api/v1/downloads')).toBe(200);
});

test('when a share invites too often, by whatever of its routes, then it is refused', async () => {
  const mia = await signedIn(gateway, aPerson(gateway));
  const shareId = newId();
  await counted(`invitation:share:${shareId}`, 599);
  expect(await statusOf(mia, 'POST', `/api/v1/shares/${shareId.toUpperCase()}/guests`)).toBe(200);
  expect(await statusOf(mia, 'POST', `/api/v1/shares/${shareId}/guests/${newId()}/renew`)).toBe(429);
  expect(await statusOf(mia, 'POST', `/api/v1/shares/${newId()}/guests`)).toBe(200);
});
