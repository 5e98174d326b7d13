import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Gateway, aPerson, runGateway } from './testing/running-gateway.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await runGateway({ trustedProxies: 1 });
});
afterAll(() => gateway.stop());

const signIn = async (email: string, password: string, address: string): Promise<number> => {
  const headers = { 'x-forwarded-for': address };
  return (await gateway.browser().ask('POST', '/api/v1/session', { email, password }, headers)).status;
};
const HOME = '203.0.113.9';
/** As many guesses at once, each from an address of its own. */
const guessFromMany = (email: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      signIn(email, 'wrong', `198.51.${index >> 7}.${index & 127}`),
    ),
  );

test('when a password is guessed from many addresses, then soon from none of them, and its person still gets in where they are known', async () => {
  const { email } = aPerson(gateway);
  expect(await signIn(email, 'secret', HOME)).toBe(201);
  const guesses = await guessFromMany(email, 150);
  expect(guesses.filter((status) => status === 401)).toHaveLength(99);
  expect(guesses.filter((status) => status === 429)).toHaveLength(51);
  expect(await signIn(email, 'secret', '192.0.2.1')).toBe(429);
  expect(await signIn(email, 'secret', HOME)).toBe(201);
  gateway.passSeconds(3_601);
  expect(await signIn(email, 'secret', '192.0.2.1')).toBe(201);
  gateway.passSeconds(-3_601);
});

test('when nobody has that address, then guesses are refused as late and as they are for somebody', async () => {
  const guesses = await guessFromMany('nobody@acme.test', 150);
  expect(guesses.filter((status) => status === 401)).toHaveLength(100);
  expect(guesses.filter((status) => status === 429)).toHaveLength(50);
});

test('when somebody was not seen at an address for long, then they are not known there any more', async () => {
  const { email } = aPerson(gateway);
  expect(await signIn(email, 'secret', HOME)).toBe(201);
  gateway.passSeconds(31 * 24 * 3_600);
  await guessFromMany(email, 101);
  expect(await signIn(email, 'secret', HOME)).toBe(429);
});

const signInManyTimes = (email: string, password: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => signIn(email, password, '192.0.2.7')));

test('when somebody signs in from one address forty times at once, then all succeed where the password is right', async () => {
  const { email } = aPerson(gateway);
  expect(new Set(await signInManyTimes(email, 'secret', 40))).toEqual(new Set([201]));
});

test('when a password is guessed forty times at once from one address, then ten guesses are made', async () => {
  const { email } = aPerson(gateway);
  const statuses = await signInManyTimes(email, 'wrong', 40);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(30);
});
