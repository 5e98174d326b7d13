import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { ownTimeOf } from '@vitrine/platform/testing/own-time.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import type { Listener } from '../src/live-events/listener.ts';
import { type LiveEvents, createLiveEvents } from '../src/live-events/live-events.ts';
import { listenTo } from './testing/listening.ts';
import { aWorld, clientsOf } from './testing/peers.ts';
import { type Gateway, aPerson, anInvitation, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
let live: LiveEvents;
const aGateway = async (pingBus?: () => Promise<void>) => {
  const world = aWorld();
  const clients = clientsOf(world);
  const hub = createLiveEvents({ clients, log: quietLog, ...(pingBus && { pingBus }) });
  return { live: hub, gateway: { ...(await runGateway({ clients, live: hub })), world } };
};
beforeAll(async () => {
  ({ gateway, live } = await aGateway());
});
afterAll(() => gateway.stop());

const everybody = () => true;
const ENDS_WITHIN_MS = 2_000;

/** A guest of a share that is open. */
const aGuest = async () => {
  const { token, invitation } = anInvitation(gateway);
  const share = { accountId: newId(), ownerId: newId(), enabled: true, assetIds: [] };
  gateway.world.shares.set(invitation.shareId, share);
  const browser = gateway.browser();
  await browser.ask('POST', '/api/v1/guest/session', { token });
  return { browser, invitation, share, token };
};
const endsInTime = async ({ hasEnded }: { hasEnded: () => boolean }) => {
  const tookMs = await ownTimeOf(() => eventually(() => expect(hasEnded()).toBe(true)));
  expect(tookMs).toBeLessThan(ENDS_WITHIN_MS);
};

test('when somebody listens, then the stream begins with hello, is kept by nobody and buffered nowhere', async () => {
  const { cookies } = await signedIn(gateway, aPerson(gateway));
  const listening = await listenTo(gateway.url, cookies);
  await listening.heard('hello');
  expect(listening).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
  listening.close();
  await eventually(() => expect(live.count()).toBe(0));
});

test('when nobody is signed in, or the invitation is over, then there is nothing to listen to', async () => {
  const nobody = gateway.browser();
  expect(await nobody.ask('GET', '/api/v1/events')).toMatchObject({
    status: 401,
    body: { code: 'not-signed-in' },
  });
  const { browser, share, token } = await aGuest();
  share.enabled = false;
  const refused = { status: 401, body: { code: 'link-not-valid' } };
  expect(await browser.ask('GET', '/api/v1/events?as=guest')).toMatchObject(refused);
  share.enabled = true;
  gateway.world.invitations.delete(token);
  expect(await browser.ask('GET', '/api/v1/events?as=guest')).toMatchObject(refused);
});

test('when HEAD is asked, then there is an answer and nobody listens', async () => {
  const { ask } = await signedIn(gateway, aPerson(gateway));
  expect((await ask('HEAD', '/api/v1/events')).status).toBe(200);
  expect(live.count()).toBe(0);
});

test('when a browser is a person and a guest, then the request says who listens', async () => {
  const { browser, invitation } = await aGuest();
  const person = aPerson(gateway);
  await browser.ask('POST', '/api/v1/session', { email: person.email, password: 'secret' });
  const asPerson = await listenTo(gateway.url, browser.cookies);
  const asGuest = await listenTo(gateway.url, browser.cookies, '/api/v1/events?as=guest');
  const { shareId } = invitation;
  live.tell({ type: 'share-changed', shareId }, ({ kind }) => kind === 'guest');
  live.tell({ type: 'session-changed' }, ({ kind }) => kind === 'person');
  await asGuest.heard('hint');
  await asPerson.heard('hint');
  expect(asGuest.hints()).toEqual([{ type: 'share-changed', shareId }]);
  expect(asPerson.hints()).toEqual([{ type: 'session-changed' }]);
  for (const each of [asPerson, asGuest]) each.close();
});

test('when somebody signs out, or leaves, then every tab of theirs ends within 2 s', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  const tabs = [await listenTo(gateway.url, browser.cookies), await listenTo(gateway.url, browser.cookies)];
  await browser.ask('DELETE', '/api/v1/session');
  for (const tab of tabs) await endsInTime(tab);
  expect(tabs.map((tab) => tab.events().at(-1)?.name)).toEqual(['ended', 'ended']);

  const { browser: guest } = await aGuest();
  const tab = await listenTo(gateway.url, guest.cookies);
  await guest.ask('DELETE', '/api/v1/guest/session');
  await endsInTime(tab);
});

test('when an invitation comes to its end, then the stream does, before any event tells so', async () => {
  const { browser, token, invitation } = await aGuest();
  const listening = await listenTo(gateway.url, browser.cookies);
  await listening.heard('hello');
  gateway.world.invitations.delete(token);
  gateway.passSeconds((Date.parse(invitation.expiresAt) - gateway.now()) / 1_000 - 1);
  gateway.passSeconds(1);
  await endsInTime(listening);
  gateway.passSeconds(-3_600);
});

test('when a right is gone and no event tells of it, then it is found out all the same', async () => {
  const person = aPerson(gateway);
  const { cookies } = await signedIn(gateway, person);
  const listening = await listenTo(gateway.url, cookies);
  gateway.world.people.delete(person.email);
  await eventually(() => expect(listening.hasEnded()).toBe(true));
  expect(listening.events().at(-1)?.name).toBe('ended');
});

test('when a right is gone while no event can tell of it, then the stream ends within 2 s', async () => {
  const own = await aGateway(() => Promise.reject(new Error('The broker is not connected.')));
  const person = aPerson(own.gateway);
  const { cookies } = await signedIn(own.gateway, person);
  const listening = await listenTo(own.gateway.url, cookies);
  await listening.heard('hello');
  own.gateway.world.people.delete(person.email);
  await endsInTime(listening);
  expect(listening.events().at(-1)?.name).toBe('ended');
  await own.gateway.stop();
});

test('when it cannot be told who may hear, then nothing is told, and all is read anew when it can', async () => {
  const { browser } = await aGuest();
  const listening = await listenTo(gateway.url, browser.cookies);
  await listening.heard('hello');
  gateway.world.isShareDown = true;
  await live.askAgain(everybody);
  live.tell({ type: 'share-changed', shareId: newId() }, everybody);
  const refused = { status: 503, body: { code: 'temporarily-unavailable' } };
  expect(await browser.ask('GET', '/api/v1/events')).toMatchObject(refused);
  gateway.world.isShareDown = false;
  await listening.heard('hello', 2);
  expect(listening.hints()).toEqual([]);
  live.tell({ type: 'share-changed' }, everybody);
  await listening.heard('hint');
  listening.close();
});

test('when the process is to end, then all are let go at once, and nobody new is taken', async () => {
  const own = await aGateway();
  const browser = await signedIn(own.gateway, aPerson(own.gateway));
  const listening = await listenTo(own.gateway.url, browser.cookies);
  await listening.heard('hello');
  await own.live.stop();
  await endsInTime(listening);
  expect(listening.events().map(({ name }) => name)).toEqual(['hello']);
  expect(await browser.ask('GET', '/api/v1/events')).toMatchObject({ status: 503 });
  expect((await browser.ask('GET', '/api/v1/session')).status).toBe(200);
  await own.gateway.stop();
});

test('when the process is to end while the rights of one who came before are asked for, then this one is let go as well', async () => {
  const own = createLiveEvents({ clients: clientsOf(aWorld()), log: quietLog });
  const letGoes = { count: 0 };
  const nothing = () => undefined;
  const late: Listener = {
    tell: nothing,
    isIn: everybody,
    askAgain: () => Promise.resolve(),
    end: nothing,
    letGo: () => void (letGoes.count += 1),
  };
  await own.stop();
  own.add(late);
  expect(letGoes.count).toBe(1);
});
