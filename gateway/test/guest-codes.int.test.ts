import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RIGHT_CODE } from './testing/guest-peer.ts';
import { type Gateway, anInvitation, runGateway } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway();
});
afterAll(() => gateway.stop());

const guestSession = '/api/v1/guest/session';
const enterCode = '/api/v1/guest/session/code';
const askedForCode = async (browser = gateway.browser()) => {
  const { token, invitation } = anInvitation(gateway);
  gateway.world.codesAskedOf.add(token);
  const answer = await browser.ask('POST', guestSession, { token });
  return { token, invitation, browser, answer };
};

const codeSecretOf = ({ cookies }: ReturnType<Gateway['browser']>): string | undefined =>
  [...cookies].find(([name]) => name.startsWith('vitrine_guest_code_'))?.[1];

test('when a code is asked for, then there is no session before it is entered, and in this browser only', async () => {
  const { token, browser, answer } = await askedForCode();
  expect(answer).toMatchObject({ status: 403, body: { code: 'code-required', email: 'l•••@agency.test' } });
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^vitrine_guest_code_[\da-f]{16}=[\w-]{43}; Max-Age=600; Path=\/; .*HttpOnly; SameSite=Lax$/,
    ),
  ]);
  expect(JSON.stringify(answer.body)).not.toContain(codeSecretOf(browser));
  expect((await browser.ask('GET', guestSession)).status).toBe(401);
  const other = gateway.browser();
  expect(await other.ask('POST', enterCode, { token, code: RIGHT_CODE })).toMatchObject({
    status: 410,
    body: { code: 'code-expired' },
  });
  expect(await browser.ask('POST', enterCode, { token, code: '000000' })).toMatchObject({
    status: 403,
    body: { code: 'wrong-code', triesLeft: 4 },
  });
  const again = await browser.ask('POST', guestSession, { token });
  expect(again.headers.getSetCookie()).toEqual([]);
  expect((await browser.ask('POST', enterCode, { token, code: RIGHT_CODE })).status).toBe(201);
  expect((await browser.ask('GET', guestSession)).status).toBe(200);
  expect([...browser.cookies.keys()]).toEqual(
    expect.arrayContaining(['vitrine_guest', expect.stringMatching(/^vitrine_guest_share_[\da-f]{16}$/)]),
  );
  expect(codeSecretOf(browser)).toBeUndefined();
  expect((await browser.ask('POST', enterCode, { token, code: RIGHT_CODE })).status).toBe(410);
});

test('when another code is asked for, then the browser waits for that one', async () => {
  const { token, browser } = await askedForCode();
  const before = codeSecretOf(browser);
  await browser.ask('POST', guestSession, { token, newCode: true });
  expect(codeSecretOf(browser)).not.toBe(before);
});

test('when two links that ask for codes are opened in one browser, then each takes its own code, whichever comes first', async () => {
  const first = await askedForCode();
  const { browser } = first;
  const second = await askedForCode(browser);
  const enter = ({ token }: { token: string }) => browser.ask('POST', enterCode, { token, code: RIGHT_CODE });
  expect(await enter(first)).toMatchObject({ status: 201, body: { shareId: first.invitation.shareId } });
  expect(await enter(second)).toMatchObject({ status: 201, body: { shareId: second.invitation.shareId } });
  expect((await enter(first)).status).toBe(410);
});

test('when codes are guessed from one address, then soon none may be tried, and after a minute again', async () => {
  const { token, browser } = await askedForCode();
  const guess = () => browser.ask('POST', enterCode, { token, code: '000000' });
  const guesses = [];
  for (let tried = 0; tried < 31; tried += 1) guesses.push((await guess()).status);
  expect(guesses.at(-1)).toBe(429);
  expect(guesses.filter((status) => status === 403).length).toBeGreaterThan(20);
  expect(await browser.ask('POST', enterCode, { token, code: RIGHT_CODE })).toMatchObject({ status: 429 });
  gateway.passSeconds(61);
  expect((await browser.ask('POST', enterCode, { token, code: RIGHT_CODE })).status).toBe(201);
  gateway.passSeconds(-61);
});

test.each(['12345', '1234567', '12 456', '１２３４５６', 'abcdef'])(
  'when a code is %s, then it is none',
  async (code) => {
    const answer = await gateway.browser().ask('POST', enterCode, { token: 'any', code });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  },
);

test('when a code is asked for and entered, then what the page speaks goes with both', async () => {
  const { token } = anInvitation(gateway);
  gateway.world.codesAskedOf.add(token);
  const browser = gateway.browser();
  await browser.ask('POST', guestSession, { token, language: 'de' });
  expect(gateway.world.calls).toContain('code asked for in de');
  // What was guessed before counts no more.
  gateway.passSeconds(61);
  const entered = await browser.ask('POST', enterCode, { token, code: RIGHT_CODE, language: 'de' });
  gateway.passSeconds(-61);
  expect(entered.status).toBe(201);
  expect(gateway.world.calls).toContain('code entered in de');
});
