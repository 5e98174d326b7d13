import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { codeTo, fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import { DEMO_PASSWORD, type RunningVitrine } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';
import { asJson, rawRequest } from './raw-request.ts';

/** A minute has to pass for this; in the long form only: `npm run test:abuse`. */
const IS_LONG = process.env['ABUSE_REQUESTS'] !== undefined;
const WINDOW_MS = 65_000;

let vitrine: RunningVitrine;
beforeAll(async () => {
  vitrine = await startVitrine();
}, 180_000);
afterAll(() => vitrine.discard());

const post = (path: string, body: object, headers: Record<string, string> = {}) => {
  const { headers: ours, body: text } = asJson(body);
  return rawRequest(vitrine.url, {
    method: 'POST',
    path: `/api/v1${path}`,
    headers: { ...ours, ...headers },
    body: text,
  });
};
const signIn = (email: string, password: string, headers?: Record<string, string>) =>
  post('/session', { email, password }, headers);

/** A whole number of seconds, within the minute that is counted. */
const expectToWait = ({ status, headers, text }: Awaited<ReturnType<typeof post>>): void => {
  expect({ status, text }).toMatchObject({ status: 429, text: expect.stringContaining('too-many-requests') });
  expect(headers['retry-after']).toMatch(/^\d+$/);
  expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
};

/** As somebody does who wants to look like many. */
const spoofed = (index: number): Record<string, string> => ({
  'x-forwarded-for': `203.0.113.${index}, 198.51.100.${index}`,
  'x-real-ip': `203.0.113.${index}`,
  'cf-connecting-ip': `203.0.113.${index}`,
  forwarded: `for=203.0.113.${index}`,
});

test('when a share asks for a code, then guesses, other browsers and what was used open nothing', async () => {
  const mia = await signedIn(vitrine.url, 'mia@demo.test');
  const assetIds = (await fitAssetsOf(mia)).slice(0, 1).map(({ id }) => id);
  const [kim, lea] = ['kim@gallery.example', 'lea@gallery.example'];
  await mia.post('/shares', {
    title: 'For those with a mailbox',
    assetIds,
    guests: [{ email: kim }, { email: lea }],
    durationDays: 1,
    codeRequired: true,
  });
  const waiting = async (address: string) => {
    const token = tokenIn(await mailTo(vitrine.url, address));
    const browser = anApiPerson(vitrine.url);
    const { status, body } = await browser.request('POST', '/guest/session', { token });
    expect({ status, body }).toMatchObject({ status: 403, body: { code: 'code-required' } });
    expect(JSON.stringify(body)).not.toContain(address);
    return { token, browser, code: await codeTo(vitrine.url, address) };
  };
  const enter = ({ browser, token }: { browser: ApiPerson; token: string }, code: string) =>
    browser.request('POST', '/guest/session/code', { token, code });
  const guessing = await waiting(kim);
  const wrong = guessing.code === '000000' ? '111111' : '000000';
  const guesses = await Promise.all(Array.from({ length: 15 }, () => enter(guessing, wrong)));
  expect(guesses.filter(({ status }) => status === 403)).toHaveLength(4);
  expect(guesses.filter(({ status }) => status === 410)).toHaveLength(11);
  expect((await enter(guessing, guessing.code)).status).toBe(410);
  const again = { token: guessing.token, newCode: true };
  expect((await guessing.browser.request('POST', '/guest/session', again)).status).toBe(429);

  const honest = await waiting(lea);
  expect((await enter({ ...honest, browser: anApiPerson(vitrine.url) }, honest.code)).status).toBe(410);
  expect((await enter(honest, honest.code)).status).toBe(201);
  expect((await honest.browser.request('GET', '/guest/share')).status).toBe(200);
  expect((await enter(honest, honest.code)).status).toBe(410);
});

test('when a password is tried again and again, from whatever address a header claims, then soon not even the right one', async () => {
  const attempts = await Promise.all(
    Array.from({ length: 30 }, (_, index) => signIn('mia@demo.test', 'wrong', spoofed(index))),
  );
  const refused = attempts.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(20);
  refused.forEach(expectToWait);
  expectToWait(await signIn('mia@demo.test', DEMO_PASSWORD));
  expectToWait(await signIn(' MIA@demo.test', DEMO_PASSWORD, spoofed(99)));
});

test('when one person is locked out, then the others of the same office sign in', async () => {
  expect((await signIn('noah@demo.test', DEMO_PASSWORD)).status).toBe(201);
});

test('when links are guessed, from whatever address a header claims, then soon nobody from there may try one', async () => {
  const guess = (index: number) =>
    post('/guest/session', { token: `${index}`.padStart(43, 'x') }, spoofed(index));
  for (let index = 0; index < 30; index += 1) expect((await guess(index)).status).toBe(401);
  expectToWait(await guess(31));
});

const longTest = IS_LONG ? test : undefined;
longTest?.(
  'when the minute is over, then it goes on',
  async () => {
    const isSignedIn = async () =>
      (await signIn('mia@demo.test', DEMO_PASSWORD)).status === 201 ? true : null;
    expect(await until('the minute is over', isSignedIn, WINDOW_MS)).toBe(true);
  },
  WINDOW_MS + 10_000,
);
