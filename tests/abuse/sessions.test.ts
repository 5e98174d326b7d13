import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACTOR_HEADER, createActorStatements } from '@vitrine/platform/actor/actor-statement.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { publicRoutes } from '../../gateway/src/upstreams/public-routes.ts';
import { startVitrine } from '../support/demo.ts';
import { DEMO_PASSWORD, type RunningVitrine } from '../support/running-vitrine.ts';
import { asJson, cookieOf, rawRequest } from './raw-request.ts';

const PUBLIC_URL = 'https://portal.example';
/** By the name a browser lets no other host set or widen it. */
const COOKIE = '__Host-vitrine_session';
const mia = { email: 'mia@demo.test', password: DEMO_PASSWORD };

let vitrine: RunningVitrine;
beforeAll(async () => {
  vitrine = await startVitrine({ PUBLIC_URL });
}, 180_000);
afterAll(() => vitrine.discard());

const signIn = (credentials = mia): Promise<string> => cookieOf(vitrine.url, '/session', credentials);
const send = (method: string, address: string, headers: Record<string, string>, body?: string) =>
  rawRequest(vitrine.url, { method, path: address, headers, ...(body !== undefined && { body }) });
const statusWith = async (cookie: string, address = '/api/v1/session'): Promise<number> =>
  (await send('GET', address, { cookie })).status;

test('when a browser brings a session that somebody planted, then signing in makes another, and the planted one is none', async () => {
  const planted = `${COOKIE}=${'p'.repeat(43)}`;
  const { headers, body } = asJson(mia);
  const answer = await send('POST', '/api/v1/session', { ...headers, cookie: planted }, body);
  const [given = ''] = answer.headers['set-cookie'] ?? [];
  expect(given).toMatch(new RegExp(String.raw`^${COOKIE}=[\w-]{43};`));
  expect(given).not.toContain(planted);
  expect(await statusWith(planted)).toBe(401);
  expect(await statusWith(given.split(';')[0] ?? '')).toBe(200);
});

test('when somebody signs in again in the same browser, then the session before is dead and the new one is another', async () => {
  const first = await signIn();
  const { headers, body } = asJson(mia);
  const answer = await send('POST', '/api/v1/session', { ...headers, cookie: first }, body);
  const second = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  expect(second).not.toBe(first);
  expect([await statusWith(first), await statusWith(second)]).toEqual([401, 200]);
});

test('when a cookie is given, then scripts cannot read it, other sites do not send it, and it goes over https only', async () => {
  const { headers, body } = asJson(mia);
  const answer = await send('POST', '/api/v1/session', headers, body);
  const given = (answer.headers['set-cookie'] ?? []).map((each) => each.toLowerCase());
  expect(given).toHaveLength(1);
  for (const flag of ['httponly', 'secure', 'samesite=lax', 'path=/']) expect(given[0]).toContain(flag);
  expect(given[0]?.startsWith(`${COOKIE.toLowerCase()}=`)).toBe(true);
  expect(given[0]).not.toContain('domain=');
  expect(answer.headers['strict-transport-security']).toContain('max-age');
});

test('when somebody signs out, then the secret opens nothing any more, wherever it is used', async () => {
  const cookie = await signIn();
  expect(await statusWith(cookie)).toBe(200);
  expect((await send('DELETE', '/api/v1/session', { cookie })).status).toBe(204);
  for (const address of ['/api/v1/session', '/api/v1/assets', '/api/v1/shares', '/api/v1/events'])
    expect({ address, status: await statusWith(cookie, address) }).toEqual({ address, status: 401 });
});

/** Each route that changes something, with ids of nothing in its path. */
const changingRoutes = () =>
  publicRoutes()
    .filter(({ method }) => !['get', 'head', 'options'].includes(method))
    .map((each) => ({ method: each.method.toUpperCase(), address: each.path.replaceAll(/:\w+/g, newId()) }));

test('when a page of another site makes the browser change something, then every route refuses it', async () => {
  const cookie = await signIn();
  expect(changingRoutes().length).toBeGreaterThan(15);
  const signs = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://portal.example.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const { method, address } of changingRoutes())
    for (const sign of signs) {
      const { status, text } = await send(method, address, { ...asJson({}).headers, cookie, ...sign }, '{}');
      expect({ method, address, sign, status, text }).toMatchObject({
        status: 403,
        text: expect.stringContaining('cross-site-request'),
      });
    }
  expect(await statusWith(cookie)).toBe(200);
});

test('when a form of another site could have sent it, then its kind of body is refused even without any sign of the site', async () => {
  const cookie = await signIn();
  for (const kind of ['text/plain', 'application/x-www-form-urlencoded']) {
    const answer = await send('POST', '/api/v1/shares', { cookie, 'content-type': kind }, '{"title":"x"}');
    expect({ kind, status: answer.status }).toEqual({ kind, status: 415 });
  }
});

test('when a request from outside says who acts, even with the true key, then it counts for nothing', async () => {
  const { actorKey } = JSON.parse(await readFile(path.join(vitrine.dataDir, 'secrets.json'), 'utf8')) as {
    actorKey: string;
  };
  const { sign } = createActorStatements(actorKey);
  const addresses = [
    ['asset', '/api/v1/assets'],
    ['identity', `/internal/users/${newId()}/profile`],
    ['share', '/api/v1/guest/share'],
  ] as const;
  for (const header of [ACTOR_HEADER, ACTOR_HEADER.toUpperCase()])
    for (const [audience, address] of addresses) {
      const forged = await sign({ kind: 'service', service: 'gateway' }, audience);
      const without = await send('GET', address, {});
      const answer = await send('GET', address, { [header]: forged });
      expect([answer.status, answer.text]).toEqual([without.status, without.text]);
      expect(answer.status).toBeGreaterThanOrEqual(401);
    }
});

test('when the secret of one kind is brought as another, then it opens nothing', async () => {
  const secret = (await signIn()).split('=')[1] ?? '';
  expect(await statusWith(`${COOKIE}=${secret}`)).toBe(200);
  expect(await statusWith(`vitrine_session=${secret}`)).toBe(401);
  expect(await statusWith(`__Host-vitrine_guest=${secret}`, '/api/v1/guest/session')).toBe(401);
  expect(await statusWith(`__Host-vitrine_guest=${secret}`)).toBe(401);
  expect(await statusWith('', `/d/${secret}`)).toBe(404);
  const opened = await send(
    'POST',
    '/api/v1/guest/session',
    asJson({}).headers,
    JSON.stringify({ token: secret }),
  );
  expect(opened.status).toBe(401);
});

test('when the browser is led here under another name, then neither mailbox nor figures of this machine are told', async () => {
  const page = (await send('GET', '/', {})).text;
  for (const host of ['evil.example', 'evil.example:8080', '127.0.0.1.evil.example', 'portal.example']) {
    expect((await send('GET', '/mailbox', { host })).text).toBe(page);
    for (const address of ['/mailbox.json', '/metrics'])
      expect({ host, status: (await send('GET', address, { host })).status }).toEqual({ host, status: 404 });
  }
  expect((await send('GET', '/mailbox.json', {})).status).toBe(200);
});

test('when a request says that it holds a form and holds nothing, then it is answered as if it said nothing', async () => {
  for (const address of ['/api/v1/session', '/api/v1/guest/session', `/api/v1/shares/${newId()}`]) {
    const cookie = await signIn();
    const plain = await send('DELETE', address, { cookie });
    const another = await signIn();
    const odd = await send('DELETE', address, { cookie: another, 'content-type': 'multipart/form-data' });
    expect({ address, status: odd.status }).toEqual({ address, status: plain.status });
  }
});
