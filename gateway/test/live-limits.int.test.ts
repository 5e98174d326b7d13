import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { type LiveEvents, createLiveEvents } from '../src/live-events/live-events.ts';
import { listenTo } from './testing/listening.ts';
import { aWorld, clientsOf } from './testing/peers.ts';
import { type Gateway, aPerson, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
let live: LiveEvents;
beforeAll(async () => {
  const world = aWorld();
  const clients = clientsOf(world);
  live = createLiveEvents({ clients, log: quietLog });
  gateway = { ...(await runGateway({ clients, live })), world };
});
afterAll(() => gateway.stop());

const everybody = () => true;

test('when a thousand assets change at once, then it is a few hints', async () => {
  const { cookies } = await signedIn(gateway, aPerson(gateway));
  const listening = await listenTo(gateway.url, cookies);
  await listening.heard('hello');
  const [domainId, other] = [newId(), newId()];
  const few = [newId(), newId()];
  for (let count = 0; count < 1_000; count += 1)
    live.tell({ type: 'assets-changed', domainId, assetIds: [newId()] }, everybody);
  for (const id of [...few, ...few])
    live.tell({ type: 'assets-changed', domainId: other, assetIds: [id] }, everybody);
  await listening.heard('hint', 2);
  expect(listening.hints()).toEqual([
    { type: 'assets-changed', domainId },
    { type: 'assets-changed', domainId: other, assetIds: few },
  ]);
  listening.close();
});

test('when a session has six tabs that listen, then a seventh is refused until one is closed', async () => {
  const { cookies, ask } = await signedIn(gateway, aPerson(gateway));
  const tabs = await Promise.all(Array.from({ length: 6 }, () => listenTo(gateway.url, cookies)));
  const refused = await ask('GET', '/api/v1/events');
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  expect(refused.headers.get('retry-after')).toBe('10');
  const another = await signedIn(gateway, aPerson(gateway));
  const theirs = await listenTo(gateway.url, another.cookies);
  expect(theirs.status).toBe(200);
  tabs.pop()?.close();
  const seventh = await eventually(async () => {
    const tab = await listenTo(gateway.url, cookies);
    expect(tab.status).toBe(200);
    return tab;
  });
  for (const tab of [...tabs, theirs, seventh]) tab.close();
});

test('when a reader takes nothing, then it is cut off and keeps no memory', async () => {
  const { cookies } = await signedIn(gateway, aPerson(gateway));
  const listening = await listenTo(gateway.url, cookies);
  await listening.heard('hello');
  await eventually(() => expect(live.count()).toBe(1));
  listening.pause();
  await eventually(() => {
    for (let count = 0; count < 2_000; count += 1)
      live.tell({ type: 'share-changed', shareId: newId() }, everybody);
    expect(live.count()).toBe(0);
  }, 60_000);
}, 90_000);
