import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SCOPE_OF_ROUTE, TOKEN_PREFIX, TokenScope } from '@vitrine/contracts';
import { hashOfSecret, newId, newSecret } from '@vitrine/platform/ids/ids.ts';
import { publicRoutes } from '../src/upstreams/public-routes.ts';
import { type Gateway, aPerson, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.stop());

const aToken = ({ world }: Gateway, userId: string, scopes: TokenScope[]) => {
  const secret = TOKEN_PREFIX + newSecret();
  const tokenId = newId();
  world.tokens.set(hashOfSecret(secret), { tokenId, userId, scopes });
  return { secret, tokenId };
};

const ask = (method: string, path: string, authorization: string, headers = {}) =>
  gateway.browser().ask(method, path, undefined, { authorization, ...headers });

const routes = publicRoutes().map(({ method, path }) => ({
  route: `${method.toUpperCase()} ${path}`,
  method: method.toUpperCase(),
  address: path.replaceAll(/:\w+/g, newId()),
}));

test('when a scope names a route, then there is such a route', () => {
  const known = new Set(routes.map(({ route }) => route));
  expect([...SCOPE_OF_ROUTE.keys()].filter((route) => !known.has(route))).toEqual([]);
});

test.each(TokenScope.options)(
  'when a token is for %s alone, then it is let through to those routes, and to no other',
  async (scope) => {
    const { userId } = aPerson(gateway);
    const { secret } = aToken(gateway, userId, [scope]);
    for (const { route, method, address } of routes) {
      const { status } = await ask(method, address, `Bearer ${secret}`);
      expect({ route, status }).toEqual({ route, status: SCOPE_OF_ROUTE.get(route) === scope ? 200 : 403 });
    }
  },
);

test('when a token is for everything, then no administration, password, session, token, upload or live event is in it', async () => {
  const { userId } = aPerson(gateway, { isAdministrator: true });
  const { secret } = aToken(gateway, userId, [...TokenScope.options]);
  const refused = routes.filter(({ route }) => !SCOPE_OF_ROUTE.has(route));
  expect(
    refused.filter(({ route }) => /admin|session|token|upload|events/.test(route)).length,
  ).toBeGreaterThan(20);
  for (const { route, method, address } of refused)
    expect({ route, ...(await ask(method, address, `Bearer ${secret}`)) }).toMatchObject(
      method === 'HEAD' ? { status: 403 } : { status: 403, body: { code: 'not-allowed' } },
    );
});

test('when a token acts, then it is its owner who acts, with what that person has now, and no service gets the secret', async () => {
  const person = aPerson(gateway);
  const { secret, tokenId } = aToken(gateway, person.userId, ['read']);
  const actor = {
    kind: 'user',
    userId: person.userId,
    accountId: person.account.id,
    isAdministrator: false,
    domainIds: person.domains.map(({ id }) => id),
    sessionId: `token:${tokenId}`,
  };
  expect((await ask('GET', '/api/v1/assets', `Bearer ${secret}`)).body).toMatchObject({ actor });
  expect((await ask('GET', '/api/v1/assets', `bearer ${secret}`)).body).toMatchObject({ actor });
  gateway.world.people.delete(person.email);
  gateway.passSeconds(2);
  expect((await ask('GET', '/api/v1/assets', `Bearer ${secret}`)).status).toBe(401);
});

test('when a browser sends a session beside a token, then the token alone counts', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  const owner = aPerson(gateway);
  const { secret } = aToken(gateway, owner.userId, ['read']);
  const withToken = { authorization: `Bearer ${secret}` };
  expect((await browser.ask('GET', '/api/v1/assets', undefined, withToken)).body).toMatchObject({
    actor: { userId: owner.userId },
  });
  expect((await browser.ask('GET', '/api/v1/session', undefined, withToken)).status).toBe(403);
  const forged = { authorization: `Bearer ${TOKEN_PREFIX}${newSecret()}` };
  expect((await browser.ask('GET', '/api/v1/assets', undefined, forged)).status).toBe(401);
  expect(
    (await browser.ask('GET', '/api/v1/assets', undefined, { authorization: 'Basic eDp5' })).status,
  ).toBe(200);
});

test('when a token is forged, malformed, another secret or revoked, then the answer is the same', async () => {
  const person = aPerson(gateway);
  const { secret } = aToken(gateway, person.userId, ['read']);
  const session = (await signedIn(gateway, person)).cookies.get('vitrine_session') ?? '';
  gateway.world.tokens.delete(hashOfSecret(secret));
  const wrong = [
    secret,
    `${TOKEN_PREFIX}${newSecret()}`,
    session,
    '',
    'x',
    `${secret}x`,
    `${secret} ${secret}`,
  ];
  for (const each of wrong)
    expect(await ask('GET', '/api/v1/assets', `Bearer ${each}`)).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
});

test('when another site sends a token with what changes something, then it is refused like everything of that site', async () => {
  const { secret } = aToken(gateway, aPerson(gateway).userId, ['share']);
  const sent = (headers: object) => ask('POST', '/api/v1/shares', `Bearer ${secret}`, headers);
  expect((await sent({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await sent({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await sent({})).status).toBe(200);
});

test('when tokens are guessed, then soon none is looked for, until a minute has passed', async () => {
  gateway.passSeconds(61);
  const { secret } = aToken(gateway, aPerson(gateway).userId, ['read']);
  const guess = () => ask('GET', '/api/v1/assets', `Bearer ${TOKEN_PREFIX}${newSecret()}`);
  for (let time = 0; time < 30; time += 1) expect((await guess()).status).toBe(401);
  expect(await guess()).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  expect((await ask('GET', '/api/v1/assets', `Bearer ${secret}`)).status).toBe(429);
  gateway.passSeconds(61);
  expect((await ask('GET', '/api/v1/assets', `Bearer ${secret}`)).status).toBe(200);
});
