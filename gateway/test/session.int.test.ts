import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashOfSecret, newId, newSecret } from '@vitrine/platform/ids/ids.ts';
import { type Gateway, aPerson, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.stop());

const session = '/api/v1/session';
const DAY_SECONDS = 86_400;

test('when the password is right, then the session is told and kept in a cookie that scripts cannot read', async () => {
  const { userId, email, account, domains, name } = aPerson(gateway);
  const browser = gateway.browser();
  const answer = await browser.ask('POST', session, { email, password: 'secret' });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      user: { id: userId, name, email, isAdministrator: false },
      account,
      domains,
      currentDomainId: domains[0]?.id,
      hasShares: false,
    },
  });
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^vitrine_session=[\w-]{43}; Max-Age=1209600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    ),
  ]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await browser.ask('GET', session)).body).toEqual(answer.body);
});

test('when only the hash of the secret is in the store, then what is in the store opens nothing', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  const secret = browser.cookies.get('vitrine_session')!;
  expect(await gateway.keyValue.get(`session:${secret}`)).toBeNull();
  expect(await gateway.keyValue.get(`session:${hashOfSecret(secret)}`)).toContain('userId');
});

test('when the address or the password is wrong, then the answer is the same and there is no cookie', async () => {
  const { email } = aPerson(gateway);
  const browser = gateway.browser();
  const answers = await Promise.all([
    browser.ask('POST', session, { email, password: 'wrong' }),
    browser.ask('POST', session, { email: 'nobody@acme.test', password: 'secret' }),
  ]);
  expect(answers[0]).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
  expect(answers[1].body).toEqual(answers[0].body);
  expect(browser.cookies.size).toBe(0);
});

test('when what is sent is no sign-in, then a sentence says so, and identity is not asked', async () => {
  const { ask } = gateway.browser();
  const asked = gateway.world.calls.length;
  for (const body of [{}, [], { email: [], password: {} }, { email: 'a', password: 'x'.repeat(1_025) }])
    expect(await ask('POST', session, body)).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
  expect(await ask('POST', session, { email: 'a', password: 'x'.repeat(1_000_000) })).toMatchObject({
    status: 413,
    body: { code: 'too-large' },
  });
  expect((await ask('POST', session, {}, { 'content-type': 'text/plain' })).status).toBe(415);
  expect(gateway.world.calls).toHaveLength(asked);
});

test('when somebody signs in again, then the secret is a new one and the old one ends', async () => {
  const { email } = aPerson(gateway);
  const browser = gateway.browser();
  const planted = newSecret();
  browser.cookies.set('vitrine_session', planted);
  await browser.ask('POST', session, { email, password: 'secret' });
  const first = browser.cookies.get('vitrine_session')!;
  expect(first).not.toBe(planted);
  await browser.ask('POST', session, { email, password: 'secret' });
  const left = gateway.browser();
  left.cookies.set('vitrine_session', first);
  expect((await left.ask('GET', session)).status).toBe(401);
});

test('when somebody signs out, then the session ends in every browser that has it, whatever still runs', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  const copy = gateway.browser();
  copy.cookies.set('vitrine_session', browser.cookies.get('vitrine_session')!);
  gateway.passSeconds(2 * 3_600);
  const [answer] = await Promise.all([browser.ask('DELETE', session), copy.ask('GET', session)]);
  expect(answer.status).toBe(204);
  expect(browser.cookies.size).toBe(0);
  expect((await copy.ask('GET', session)).status).toBe(401);
  expect((await browser.ask('DELETE', session)).status).toBe(204);
});

test('when a session is used, then it goes on; when it is not for 14 days, then it has ended', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  for (const _use of [1, 2]) {
    gateway.passSeconds(10 * DAY_SECONDS);
    const answer = await browser.ask('GET', session);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toHaveLength(1);
  }
  expect((await browser.ask('GET', session)).headers.getSetCookie()).toEqual([]);
  gateway.passSeconds(15 * DAY_SECONDS);
  expect((await browser.ask('GET', session)).status).toBe(401);
});

test('when a user was disabled, then the session is over, and stays so', async () => {
  const person = aPerson(gateway);
  const browser = gateway.browser();
  await browser.ask('POST', session, { email: person.email, password: 'secret' });
  gateway.world.people.delete(person.email);
  expect(await browser.ask('GET', session)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  expect(browser.cookies.size).toBe(0);
});

test('when a domain is chosen, then the session keeps it; a foreign one is not found', async () => {
  const { domains } = aPerson(gateway);
  const person = aPerson(gateway, { domains });
  const browser = await signedIn(gateway, person);
  const domainId = domains[1]!.id;
  expect(await browser.ask('PUT', `${session}/domain`, { domainId })).toMatchObject({
    status: 200,
    body: { currentDomainId: domainId },
  });
  expect((await browser.ask('PUT', `${session}/domain`, { domainId: newId() })).status).toBe(404);
  expect((await browser.ask('GET', session)).body['currentDomainId']).toBe(domainId);
  expect((await browser.ask('GET', '/api/v1/assets')).body['actor']).toMatchObject({
    currentDomainId: domainId,
  });
  expect((await gateway.browser().ask('PUT', `${session}/domain`, { domainId })).status).toBe(401);
});

test('when the chosen domain is no longer theirs, then the current one is the first of what is left', async () => {
  const person = aPerson(gateway);
  const browser = await signedIn(gateway, person);
  const session_ = { key: `session:${hashOfSecret(browser.cookies.get('vitrine_session')!)}` };
  const kept = JSON.parse((await gateway.keyValue.get(session_.key))!) as object;
  await gateway.keyValue.set(session_.key, JSON.stringify({ ...kept, currentDomainId: newId() }), {
    ttlSeconds: 60,
  });
  expect((await browser.ask('GET', session)).body['currentDomainId']).toBe(person.domains[0]?.id);
});

test('when somebody owns a share or was invited to one, then Shares is in the navigation', async () => {
  const { world } = gateway;
  const owner = aPerson(gateway);
  const guest = aPerson(gateway);
  const without = aPerson(gateway, {
    account: { id: newId(), name: 'Quiet', features: { shares: false } },
  });
  world.owners.add(owner.userId).add(without.userId);
  world.invited.add(guest.userId);
  for (const [person, hasShares] of [
    [owner, true],
    [guest, true],
    [without, false],
  ] as const)
    expect((await (await signedIn(gateway, person)).ask('GET', session)).body).toMatchObject({ hasShares });
});

test('when share does not answer, then the page goes on with what was known last', async () => {
  const person = aPerson(gateway);
  gateway.world.owners.add(person.userId);
  const browser = await signedIn(gateway, person);
  gateway.world.isShareDown = true;
  expect((await browser.ask('GET', session)).body).toMatchObject({ hasShares: true });
  const stranger = await signedIn(gateway, aPerson(gateway));
  expect(await stranger.ask('GET', session)).toMatchObject({ status: 200, body: { hasShares: false } });
  gateway.world.isShareDown = false;
  // As of a service that stands still: it is not waited for.
  const told = Promise.withResolvers<undefined>();
  gateway.world.ownersAreToldAfter = told.promise;
  expect((await browser.ask('GET', session)).body).toMatchObject({ hasShares: true });
  told.resolve(undefined);
});

test('when the page tells what it is used in, then the session says it from then on, and no other language is taken', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  const languageNow = async () =>
    ((await browser.ask('GET', session)).body as { user: { language: string | null } }).user.language;
  expect(await languageNow()).toBeNull();
  expect((await browser.ask('PUT', `${session}/language`, { language: 'de' })).status).toBe(204);
  expect(await languageNow()).toBe('de');
  for (const language of ['fr', 'DE', '', null, ['de']])
    expect((await browser.ask('PUT', `${session}/language`, { language })).status).toBe(400);
  expect(await languageNow()).toBe('de');
  expect((await gateway.browser().ask('PUT', `${session}/language`, { language: 'de' })).status).toBe(401);
});
