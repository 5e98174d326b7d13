import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashOfSecret, newId } from '@vitrine/platform/ids/ids.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import express from 'express';
import { createLiveEvents } from '../src/live-events/live-events.ts';
import { listenTo } from './testing/listening.ts';
import { aWorld, clientsOf } from './testing/peers.ts';
import { type Gateway, aPerson, echoes, runGateway, signedIn } from './testing/running-gateway.ts';

const session = '/api/v1/session';
const passwords = { currentPassword: 'secret', newPassword: 'another phrase' };

let gateway: Gateway;
/** What identity does with the next request that it is led to. */
const administration = { act: (): void => undefined };
beforeAll(async () => {
  const world = aWorld();
  const clients = clientsOf(world);
  const live = createLiveEvents({ clients, log: quietLog });
  const identity = express();
  identity.use((_request, response) => {
    administration.act();
    response.json({});
  });
  gateway = {
    ...(await runGateway({ clients, live, upstreams: { ...echoes(), identity } })),
    world,
  };
});
afterAll(() => gateway.stop());

const statusIn = async (browser: ReturnType<Gateway['browser']>) =>
  (await browser.ask('GET', session)).status;

test('when somebody changes the own password, then this session goes on and all others have ended', async () => {
  const person = aPerson(gateway);
  const here = await signedIn(gateway, person);
  const elsewhere = await signedIn(gateway, person);
  expect([await statusIn(here), await statusIn(elsewhere)]).toEqual([200, 200]);
  expect((await here.ask('PUT', `${session}/password`, passwords)).status).toBe(204);
  expect([await statusIn(here), await statusIn(elsewhere)]).toEqual([200, 401]);
  expect(elsewhere.cookies.size).toBe(0);
  const { email } = person;
  const again = gateway.browser();
  expect((await again.ask('POST', session, { email, password: 'secret' })).status).toBe(401);
  expect((await again.ask('POST', session, { email, password: 'another phrase' })).status).toBe(201);
  expect([await statusIn(here), await statusIn(again)]).toEqual([200, 200]);
});

test('when the kept session is not the one of the next change, then it ends with that', async () => {
  const person = aPerson(gateway);
  const first = await signedIn(gateway, person);
  await first.ask('PUT', `${session}/password`, passwords);
  const second = gateway.browser();
  await second.ask('POST', session, { email: person.email, password: 'another phrase' });
  const back = { currentPassword: 'another phrase', newPassword: 'a third phrase' };
  expect((await second.ask('PUT', `${session}/password`, back)).status).toBe(204);
  expect([await statusIn(first), await statusIn(second)]).toEqual([401, 200]);
});

test('when the present password is wrong, then nothing changes, and it is guessed no more often than at the sign-in', async () => {
  const person = aPerson(gateway);
  const here = await signedIn(gateway, person);
  const elsewhere = await signedIn(gateway, person);
  const guess = () => here.ask('PUT', `${session}/password`, { ...passwords, currentPassword: 'wrong' });
  for (let time = 0; time < 10; time += 1)
    expect(await guess()).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
  expect(await guess()).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  expect([await statusIn(here), await statusIn(elsewhere)]).toEqual([200, 200]);
  expect(await gateway.browser().ask('PUT', `${session}/password`, passwords)).toMatchObject({
    status: 401,
    body: { code: 'not-signed-in' },
  });
  const short = { ...passwords, newPassword: 'short' };
  expect((await elsewhere.ask('PUT', `${session}/password`, short)).status).toBe(400);
});

test('when somebody signs out everywhere, then every session of theirs has ended, and nobody else’s', async () => {
  const person = aPerson(gateway);
  const [here, elsewhere, other] = [
    await signedIn(gateway, person),
    await signedIn(gateway, person),
    await signedIn(gateway, aPerson(gateway)),
  ];
  const secret = here.cookies.get('vitrine_session')!;
  expect((await here.ask('DELETE', '/api/v1/sessions')).status).toBe(204);
  expect(here.cookies.size).toBe(0);
  expect(await gateway.keyValue.get(`session:${hashOfSecret(secret)}`)).toBeNull();
  expect([await statusIn(elsewhere), await statusIn(other)]).toEqual([401, 200]);
  expect((await here.ask('DELETE', '/api/v1/sessions')).status).toBe(401);
  expect(await statusIn(await signedIn(gateway, person))).toBe(200);
});

test('when sessions end, then what listens in them ends too, and what goes on listens on', async () => {
  const person = aPerson(gateway);
  const here = await signedIn(gateway, person);
  const elsewhere = await signedIn(gateway, person);
  const [kept, ended] = [
    await listenTo(gateway.url, here.cookies),
    await listenTo(gateway.url, elsewhere.cookies),
  ];
  for (const listening of [kept, ended]) await listening.heard('hello');
  await here.ask('PUT', `${session}/password`, passwords);
  // Nobody tells of it here: it is noticed all the same.
  await eventually(() => expect(ended.hasEnded()).toBe(true), 25_000);
  expect(kept.hasEnded()).toBe(false);
  kept.close();
});

test('when a session is of before there were epochs, then it counts as one of the first', async () => {
  const person = aPerson(gateway);
  const browser = await signedIn(gateway, person);
  const key = `session:${hashOfSecret(browser.cookies.get('vitrine_session')!)}`;
  const { epoch, ...older } = JSON.parse((await gateway.keyValue.get(key))!) as Record<string, unknown>;
  expect(epoch).toBe(1);
  await gateway.keyValue.set(key, JSON.stringify(older), { ttlSeconds: 60 });
  expect(await statusIn(browser)).toBe(200);
  gateway.world.sessionRules.set(person.userId, { sessionEpoch: 2, keptSessionId: null });
  gateway.passSeconds(2);
  expect(await statusIn(browser)).toBe(401);
});

test('when an administrator changes what somebody may, then that holds at the next request', async () => {
  const person = aPerson(gateway);
  const administrator = await signedIn(gateway, aPerson(gateway, { isAdministrator: true }));
  const browser = await signedIn(gateway, person);
  const actor = async () => (await browser.ask('GET', '/api/v1/assets')).body['actor'];
  const change = async (act: () => void) => {
    administration.act = act;
    await administrator.ask('PATCH', `/api/v1/admin/users/${person.userId}`, {});
    administration.act = () => undefined;
  };
  expect(await actor()).toMatchObject({
    isAdministrator: false,
    domainIds: person.domains.map(({ id }) => id),
  });
  const domains = [{ id: newId(), name: 'Other' }];
  await change(() => Object.assign(person, { domains, isAdministrator: true }));
  expect(await actor()).toMatchObject({ isAdministrator: true, domainIds: [domains[0]!.id] });
  await change(() => gateway.world.people.delete(person.email));
  expect(await actor()).toEqual({ kind: 'anonymous' });
});
