import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACT_AS_HEADER, GUEST_SHARE_HEADER } from '@vitrine/contracts';
import { type Gateway, aPerson, anInvitation, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.stop());

type Browser = ReturnType<Gateway['browser']>;
const guestSession = '/api/v1/guest/session';
const ANOTHER = '0192aaaa-0000-7000-8000-000000000000';

const named = (shareId: string) => ({ [GUEST_SHARE_HEADER]: shareId });
const open = async (browser: Browser) => {
  const made = anInvitation(gateway);
  expect((await browser.ask('POST', guestSession, { token: made.token })).status).toBe(201);
  return { ...made.invitation, token: made.token };
};
const actorAt = async (browser: Browser, path: string, headers = {}) =>
  (await browser.ask('GET', path, undefined, headers)).body['actor'];

test('when a browser opened two shares, then each is had by its name, and the last without', async () => {
  const browser = gateway.browser();
  const [first, second] = [await open(browser), await open(browser)];
  for (const { shareId, invitationId } of [first, second]) {
    const asGuest = { kind: 'guest', invitationId, shareId };
    expect(await actorAt(browser, '/api/v1/guest/share', named(shareId))).toMatchObject(asGuest);
    expect(await actorAt(browser, '/api/v1/guest/share', named(shareId.toUpperCase()))).toMatchObject(
      asGuest,
    );
    const picture = `/api/v1/assets/1/preview?as=guest&shareId=${shareId}`;
    expect(await actorAt(browser, picture)).toMatchObject(asGuest);
    const view = await browser.ask('GET', guestSession, undefined, named(shareId));
    expect(view).toMatchObject({ status: 200, body: { invitationId, shareId } });
  }
  const { invitationId } = second;
  expect(await actorAt(browser, '/api/v1/guest/share')).toMatchObject({ kind: 'guest', invitationId });
});

test('when a share is named that is not open in the browser, then nobody acts', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  await open(browser);
  const elsewhere = await open(gateway.browser());
  for (const shareId of [elsewhere.shareId, ANOTHER, '', 'x'.repeat(2_000)]) {
    const headers = { ...named(shareId), [ACT_AS_HEADER]: 'guest' };
    expect(await actorAt(browser, '/api/v1/assets', headers)).toEqual({ kind: 'anonymous' });
    const answer = await browser.ask('GET', guestSession, undefined, named(shareId));
    expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  }
});

test('when one share is left, then the others stay open, and none is meant where none is named', async () => {
  const browser = gateway.browser();
  const [first, second, third] = [await open(browser), await open(browser), await open(browser)];
  const statusOf = async (headers = {}) =>
    (await browser.ask('GET', guestSession, undefined, headers)).status;
  await browser.ask('DELETE', guestSession, undefined, named(first.shareId));
  expect(await statusOf(named(first.shareId))).toBe(401);
  expect([await statusOf(named(second.shareId)), await statusOf()]).toEqual([200, 200]);
  await browser.ask('DELETE', guestSession, undefined, named(ANOTHER));
  expect(await statusOf()).toBe(200);
  await browser.ask('DELETE', guestSession);
  expect([await statusOf(), await statusOf(named(third.shareId))]).toEqual([401, 401]);
  expect(await statusOf(named(second.shareId))).toBe(200);
});

test('when one invitation ends, then the guest of another share in the same browser goes on', async () => {
  const browser = gateway.browser();
  const [first, second] = [await open(browser), await open(browser)];
  gateway.world.invitations.delete(second.token);
  const answerFor = async ({ shareId }: { shareId: string }) =>
    (await browser.ask('GET', guestSession, undefined, named(shareId))).status;
  expect([await answerFor(first), await answerFor(second)]).toEqual([200, 401]);
});

test('when a browser knows only what was opened before shares were named, then that is had until another is opened', async () => {
  const browser = gateway.browser();
  const { shareId, invitationId } = await open(browser);
  for (const name of browser.cookies.keys())
    if (name.startsWith('vitrine_guest_share_')) browser.cookies.delete(name);
  const asGuest = { kind: 'guest', invitationId };
  expect(await actorAt(browser, '/api/v1/guest/share', named(shareId))).toMatchObject(asGuest);
  const copy = gateway.browser();
  copy.cookies.set('vitrine_guest', browser.cookies.get('vitrine_guest')!);
  await open(browser);
  expect((await copy.ask('GET', guestSession)).status).toBe(401);
});

test('when more shares are opened than anybody looks at, then the oldest is closed', async () => {
  const browser = gateway.browser();
  const oldest = await open(browser);
  const copy = gateway.browser();
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  const others = [];
  for (let opened = 1; opened <= 20; opened += 1) others.push(await open(browser));
  expect(browser.cookies.size).toBe(21);
  const statusOf = async ({ shareId }: { shareId: string }, asked = browser) =>
    (await asked.ask('GET', guestSession, undefined, named(shareId))).status;
  expect([await statusOf(oldest), await statusOf(oldest, copy)]).toEqual([401, 401]);
  expect(await Promise.all(others.map((each) => statusOf(each)))).toEqual(others.map(() => 200));
});
