import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ACT_AS_HEADER } from '@vitrine/contracts';
import { type Gateway, aPerson, anInvitation, runGateway, signedIn } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.stop());

const guestSession = '/api/v1/guest/session';
const opened = async () => {
  const { token, invitation } = anInvitation(gateway);
  const browser = gateway.browser();
  const answer = await browser.ask('POST', guestSession, { token });
  return { token, invitation, browser, answer };
};

test('when a link is opened, then the browser is a guest until the invitation expires, and no longer', async () => {
  const { invitation, browser, answer } = await opened();
  const { invitationId, shareId, email, expiresAt } = invitation;
  const view = { invitationId, shareId, email, expiresAt };
  expect(answer).toMatchObject({ status: 201, body: view });
  expect(answer.body).not.toHaveProperty('secretVersion');
  const kept = '=[\\w-]{43}; Max-Age=3600; Path=/; .*HttpOnly; SameSite=Lax$';
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(`^vitrine_guest${kept}`),
    expect.stringMatching(`^vitrine_guest_share_[\\da-f]{16}${kept}`),
  ]);
  expect(await browser.ask('GET', guestSession)).toMatchObject({ status: 200, body: view });
  gateway.passSeconds(3_601);
  expect((await browser.ask('GET', guestSession)).status).toBe(401);
  gateway.passSeconds(-3_601);
});

test('when a link opens nothing, then it is not valid, and there is no cookie', async () => {
  const browser = gateway.browser();
  expect(await browser.ask('POST', guestSession, { token: 'unknown' })).toMatchObject({
    status: 401,
    body: { code: 'link-not-valid' },
  });
  expect(browser.cookies.size).toBe(0);
  expect((await browser.ask('GET', guestSession)).body).toMatchObject({ code: 'not-signed-in' });
});

test('when a new link is asked for, then the answer is the same whatever the link is, until that was too often', async () => {
  const { token } = await opened();
  const ask = (link: string) => gateway.browser().ask('POST', '/api/v1/guest/link-request', { token: link });
  const [known, unknown] = [await ask(token), await ask('unknown')];
  expect(known).toMatchObject({ status: 202 });
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  expect(gateway.world.calls).toEqual(
    expect.arrayContaining([`link request ${token} for gateway`, 'link request unknown for gateway']),
  );
  for (let asked = 2; asked < 30; asked += 1) await ask('unknown');
  const refused = await ask(token);
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  gateway.passSeconds(61);
  expect((await ask(token)).status).toBe(202);
  gateway.passSeconds(-61);
});

test('when the page behind a link is visited, then nothing is opened', async () => {
  const { token } = anInvitation(gateway);
  for (const method of ['GET', 'HEAD']) {
    const answer = await gateway.browser().ask(method, `/guest/${token}`, undefined, { accept: '*/*' });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  }
});

test('when the invitation was removed or renewed, then the guest is told that the link is not valid', async () => {
  const { token, invitation, browser } = await opened();
  gateway.world.invitations.set(token, { ...invitation, secretVersion: 2 });
  expect((await browser.ask('GET', guestSession)).body).toMatchObject({ code: 'link-not-valid' });
  gateway.world.invitations.delete(token);
  expect((await browser.ask('GET', guestSession)).body).toMatchObject({ code: 'link-not-valid' });
});

test('when a guest leaves or opens the link once more, then the session before has ended', async () => {
  const { browser, token } = await opened();
  const copy = gateway.browser();
  copy.cookies.set('vitrine_guest', browser.cookies.get('vitrine_guest')!);
  await browser.ask('POST', guestSession, { token });
  expect((await copy.ask('GET', guestSession)).status).toBe(401);
  expect((await browser.ask('GET', guestSession)).status).toBe(200);
  expect((await browser.ask('DELETE', guestSession)).status).toBe(204);
  expect(browser.cookies.size).toBe(0);
});

test('when a browser holds both sessions, then the person acts, and the guest where the request says so', async () => {
  const person = aPerson(gateway);
  const browser = await signedIn(gateway, person);
  const { token, invitation } = anInvitation(gateway);
  await browser.ask('POST', guestSession, { token });
  const actorAt = async (path: string, headers = {}) =>
    (await browser.ask('GET', path, undefined, headers)).body['actor'];
  const asUser = { kind: 'user', userId: person.userId };
  const asGuest = { kind: 'guest', invitationId: invitation.invitationId, shareId: invitation.shareId };
  expect(await actorAt('/api/v1/assets')).toMatchObject(asUser);
  expect(await actorAt('/api/v1/assets/1/preview?as=guest')).toMatchObject(asGuest);
  expect(await actorAt('/api/v1/assets', { [ACT_AS_HEADER]: 'guest' })).toMatchObject(asGuest);
  expect(await actorAt('/api/v1/guest/share')).toMatchObject(asGuest);
  browser.cookies.delete('vitrine_session');
  expect(await actorAt('/api/v1/assets')).toMatchObject(asGuest);
});

test('when somebody signed in claims to be a guest without being one, then nobody acts', async () => {
  const browser = await signedIn(gateway, aPerson(gateway));
  expect((await browser.ask('GET', '/api/v1/assets?as=guest')).body['actor']).toEqual({ kind: 'anonymous' });
});

test('when the page of a guest says what it speaks, then that goes on with the opening, and alone where it changes', async () => {
  const { token, invitation } = anInvitation(gateway);
  const browser = gateway.browser();
  expect((await browser.ask('PUT', `${guestSession}/language`, { language: 'de' })).status).toBe(401);
  await browser.ask('POST', guestSession, { token, language: 'de' });
  expect(gateway.world.calls).toContain(`${invitation.invitationId} opens in de`);
  expect((await browser.ask('PUT', `${guestSession}/language`, { language: 'en' })).status).toBe(204);
  expect(gateway.world.calls).toContain(`${invitation.invitationId} reads en`);
  expect((await browser.ask('POST', guestSession, { token, language: 'fr' })).status).toBe(400);
});
