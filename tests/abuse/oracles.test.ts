import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GuestView, ShareView } from '@vitrine/contracts';
import { anApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { expireGuest } from '../support/expire-guest.ts';
import { fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import { DEMO_PASSWORD, type RunningVitrine, commandLine } from '../support/running-vitrine.ts';

let vitrine: RunningVitrine;
const tokens = { expired: '', removed: '' };

beforeAll(async () => {
  vitrine = await startVitrine();
  const { url } = vitrine;
  const mia = await signedIn(url, 'mia@demo.test');
  const [expired, removed] = ['expired@gallery.example', 'removed@gallery.example'];
  const { share } = await mia.post<{ share: ShareView }>('/shares', {
    title: 'Timed',
    assetIds: [(await fitAssetsOf(mia))[0]?.id],
    guests: [{ email: expired }, { email: removed }],
    durationDays: 1,
  });
  tokens.expired = tokenIn(await mailTo(url, expired));
  tokens.removed = tokenIn(await mailTo(url, removed));
  await expireGuest(vitrine, expired);
  const { items } = await mia.get<{ items: GuestView[] }>(`/shares/${share.id}/guests`);
  const guestId = items.find(({ email }) => email === removed)?.id ?? '';
  expect((await mia.request('DELETE', `/shares/${share.id}/guests/${guestId}`)).status).toBe(204);
  const { items: people } = await mia.get<{ items: { id: string }[] }>('/users?q=noah');
  expect(await commandLine(vitrine.dataDir, 'user', 'disable', people[0]?.id ?? '')).toMatchObject({
    code: 0,
  });
}, 180_000);
afterAll(() => vitrine.discard());

type Attempt = () => { path: string; body: object; status?: number };

const took = async ({ path, body, status = 401 }: ReturnType<Attempt>): Promise<number> => {
  const startedAt = performance.now();
  expect((await anApiPerson(vitrine.url).request('POST', path, body)).status).toBe(status);
  return performance.now() - startedAt;
};

/**
 * The least of each, which is what the work behind it takes: all that a busy machine does is add to that. In turns, so
 * that it meets all of them alike.
 */
const leastOf = async (
  attempts: Record<string, Attempt>,
  rounds: number,
): Promise<Record<string, number>> => {
  const times: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, attempt] of Object.entries(attempts)) {
      const ms = await took(attempt());
      // The first of each warms up.
      if (round > 0) (times[name] ??= []).push(ms);
    }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, Math.min(...all)]));
};

/** Two answers that differ by the work behind them, a password's hash above all, differ by far more than this. */
const FACTOR = 2.5;
/** A few turns of a busy machine. */
const NOISE_MS = 25;

const expectAlike = (times: Record<string, number>): void => {
  const all = Object.values(times);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  expect({ times, isAlike: most <= least * FACTOR || most - least <= NOISE_MS }).toMatchObject({
    isAlike: true,
  });
};

test('when signing in fails, then the time does not tell whether the address is unknown, the password wrong or the user disabled', async () => {
  const signIn = (email: string, password: string) => ({ path: '/session', body: { email, password } });
  const least = await leastOf(
    {
      unknown: () => signIn(`${randomBytes(4).toString('hex')}@demo.test`, DEMO_PASSWORD),
      wrong: () => signIn('admin@demo.test', 'not this one'),
      disabled: () => signIn('noah@demo.test', DEMO_PASSWORD),
    },
    8,
  );
  expectAlike(least);
});

test('when a link does not open, then the time does not tell whether it ever did', async () => {
  const open = (token: string) => ({ path: '/guest/session', body: { token } });
  const least = await leastOf(
    {
      unknown: () => open(randomBytes(32).toString('base64url')),
      expired: () => open(tokens.expired),
      removed: () => open(tokens.removed),
    },
    8,
  );
  expectAlike(least);
});

test('when a new password is asked for, then neither the time nor the answer tells whether there is such a person', async () => {
  const ask = (email: string) => ({ path: '/session/recovery', body: { email }, status: 202 });
  const least = await leastOf(
    {
      unknown: () => ask(`${randomBytes(4).toString('hex')}@demo.test`),
      known: () => ask('admin@demo.test'),
      disabled: () => ask('noah@demo.test'),
    },
    8,
  );
  expectAlike(least);
});
