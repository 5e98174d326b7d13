import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GuestBrowser } from '@vitrine/contracts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import { SESSIONS_MAX } from '../src/sessions/session-list.ts';
import { type Gateway, aPerson, anInvitation, runGateway, signedIn } from './testing/running-gateway.ts';

type Browser = ReturnType<Gateway['browser']>;

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1';
const guestSession = '/api/v1/guest/session';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.stop());

/** A share with an owner who is signed in, and a guest who opened nothing yet. */
const aGuestOf = async () => {
  const owner = aPerson(gateway);
  const { token, invitation } = anInvitation(gateway);
  const { shareId, invitationId } = invitation;
  const shared = { accountId: owner.account.id, ownerId: owner.userId, enabled: true, assetIds: [] };
  gateway.world.shares.set(shareId, shared);
  const path = `/api/v1/shares/${shareId}/guests/${invitationId}/sessions`;
  return { token, invitation, path, mia: await signedIn(gateway, owner) };
};
const openedBy = async (token: string, userAgent: string): Promise<Browser> => {
  const browser = gateway.browser();
  const answer = await browser.ask('POST', guestSession, { token }, { 'user-agent': userAgent });
  expect(answer.status).toBe(201);
  return browser;
};
const keptIdOf = ({ cookies }: Browser): string => hashOfSecret(cookies.get('vitrine_guest') ?? '');
const publicIdOf = async (browser: Browser): Promise<string> => {
  const kept = await gateway.keyValue.get(`guest-session:${keptIdOf(browser)}`);
  return (JSON.parse(kept ?? '{}') as { publicId?: string }).publicId ?? 'none';
};
const listIn = async (mia: Browser, path: string) =>
  (await mia.ask('GET', path)).body['items'] as GuestBrowser[];
const statusIn = async (browser: Browser) => (await browser.ask('GET', guestSession)).status;

test('when a link is open in two browsers, then the owner sees both, what was used last first', async () => {
  const { token, path, mia } = await aGuestOf();
  expect(await listIn(mia, path)).toEqual([]);
  const desk = await openedBy(token, FIREFOX);
  const startedAt = new Date(gateway.now()).toISOString();
  gateway.passSeconds(60);
  const phone = await openedBy(token, SAFARI);
  expect(await listIn(mia, path)).toEqual([
    expect.objectContaining({ id: await publicIdOf(phone), browser: 'Safari', system: 'iPhone' }),
    {
      id: await publicIdOf(desk),
      browser: 'Firefox',
      system: 'Linux',
      address: '127.0.0.1',
      startedAt,
      lastUsedAt: startedAt,
    },
  ]);
  gateway.passSeconds(600);
  await desk.ask('GET', guestSession, undefined, { 'user-agent': FIREFOX });
  const usedAt = new Date(gateway.now()).toISOString();
  expect((await listIn(mia, path))[0]).toMatchObject({
    id: await publicIdOf(desk),
    startedAt,
    lastUsedAt: usedAt,
  });
  for (const kept of [desk.cookies.get('vitrine_guest'), keptIdOf(desk)])
    expect(JSON.stringify(await listIn(mia, path))).not.toContain(kept);
  await desk.ask('DELETE', guestSession);
  expect((await listIn(mia, path)).map(({ id }) => id)).toEqual([await publicIdOf(phone)]);
  gateway.passSeconds(-660);
});

test('when one of them is ended, then that one is out at once, the other is not, and the link works', async () => {
  const { token, path, mia } = await aGuestOf();
  const [lost, kept] = [await openedBy(token, FIREFOX), await openedBy(token, SAFARI)];
  const lostId = await publicIdOf(lost);
  expect((await mia.ask('DELETE', `${path}/${keptIdOf(lost)}`)).status).toBe(404);
  expect((await mia.ask('DELETE', `${path}/${lostId}`)).status).toBe(204);
  expect([await statusIn(lost), await statusIn(kept)]).toEqual([401, 200]);
  expect((await mia.ask('DELETE', `${path}/${lostId}`)).status).toBe(404);
  expect(await statusIn(await openedBy(token, FIREFOX))).toBe(200);
});

test('when the guest was given a new secret, then what the old one opened is not listed', async () => {
  const { token, invitation, path, mia } = await aGuestOf();
  const before = await openedBy(token, FIREFOX);
  invitation.secretVersion += 1;
  expect(await listIn(mia, path)).toEqual([]);
  expect((await mia.ask('DELETE', `${path}/${await publicIdOf(before)}`)).status).toBe(404);
});

test('when the guest is somebody else’s, then there is nothing to see or to end, and nobody learns more', async () => {
  const { token, path } = await aGuestOf();
  const { path: ofAnother, mia: another } = await aGuestOf();
  const open = await openedBy(token, FIREFOX);
  const unknown = path.replace(/guests\/[^/]+/, `guests/${crypto.randomUUID()}`);
  const answers = [];
  for (const address of [path, unknown, path.replace(/shares\/[^/]+/, `shares/${crypto.randomUUID()}`)])
    answers.push(await another.ask('GET', address));
  for (const { status, body } of answers) expect([status, body]).toEqual([404, answers[1]!.body]);
  const openId = await publicIdOf(open);
  for (const address of [`${path}/${openId}`, `${ofAnother}/${openId}`])
    expect((await another.ask('DELETE', address)).status).toBe(404);
  for (const browser of [gateway.browser(), open]) {
    expect((await browser.ask('GET', path)).status).toBe(401);
    expect((await browser.ask('DELETE', `${path}/${openId}`)).status).toBe(401);
  }
  expect(await statusIn(open)).toBe(200);
});

test('when a script opens the link again and again, then its oldest sessions end, and the list stays short', async () => {
  const { token, path, mia } = await aGuestOf();
  const [oldest, second] = [await openedBy(token, FIREFOX), await openedBy(token, FIREFOX)];
  for (let time = 1; time < SESSIONS_MAX; time += 1) await openedBy(token, FIREFOX);
  expect(await listIn(mia, path)).toHaveLength(SESSIONS_MAX);
  expect([await statusIn(oldest), await statusIn(second)]).toEqual([401, 200]);
});

test('when a session is of before it was kept where it is used, then it counts, without a place', async () => {
  const { token, invitation, path, mia } = await aGuestOf();
  const browser = await openedBy(token, FIREFOX);
  const { invitationId, shareId, secretVersion } = invitation;
  const older = JSON.stringify({ invitationId, shareId, secretVersion });
  await gateway.keyValue.set(`guest-session:${keptIdOf(browser)}`, older, { ttlSeconds: 3_600 });
  gateway.passSeconds(700);
  expect(await statusIn(browser)).toBe(200);
  expect(await listIn(mia, path)).toEqual([
    { id: expect.any(String), browser: null, system: null, address: null, startedAt: null, lastUsedAt: null },
  ]);
  gateway.passSeconds(-700);
});

test('when the clock of a gateway is ahead, then its guests are guests for as long as the owner of the clock says', async () => {
  const clock = { aheadMs: 55 * 60_000 };
  const ahead = await runGateway({ clock: () => new Date(Date.now() + clock.aheadMs) });
  const { token, invitation } = anInvitation(ahead);
  ahead.world.invitations.set(token, { ...invitation, secondsLeft: 3_600 });
  const browser = ahead.browser();
  const { headers } = await browser.ask('POST', guestSession, { token });
  expect(headers.getSetCookie()[0]).toContain('Max-Age=3600;');
  clock.aheadMs += 15 * 60_000;
  // Where it is used is written down meanwhile.
  expect((await browser.ask('GET', guestSession)).status).toBe(200);
  ahead.passSeconds(3_500);
  expect((await browser.ask('GET', guestSession)).status).toBe(200);
  ahead.passSeconds(101);
  expect((await browser.ask('GET', guestSession)).status).toBe(401);
  await ahead.stop();
});
