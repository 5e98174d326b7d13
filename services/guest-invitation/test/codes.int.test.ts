import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { LENA, codeIn, codesOf, wrongOf } from './testing/codes.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let codes: ReturnType<typeof codesOf>;
let mia: UserActor;
beforeAll(async () => {
  bench = await openBench();
  codes = codesOf(bench);
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

test('when a share asks for a code, then the link opens nothing until the code from the mail is entered, once', async () => {
  const { guestId, token } = await codes.aGuest(mia);
  await expect(codes.open(token)).rejects.toMatchObject({ code: 'code-required' });
  const sent = await codes.ask(token);
  expect(sent).toMatchObject({ maskedEmail: 'l•••@agency.example' });
  const lifeMs = Date.parse(sent.expiresAt) - Date.now();
  expect(Math.abs(lifeMs - 600_000)).toBeLessThan(60_000);
  expect(await bench.told()).toEqual([]);
  await bench.sendAll();
  const arrival = bench.postOffice.arrivals.at(-1)!;
  const code = codeIn(arrival.mail.text);
  expect(arrival.recipients).toEqual([LENA]);
  expect(arrival.mail.subject).toBe('Your code to open “Autumn & Winter”');
  expect(arrival.mail.html).toContain(code);
  expect(arrival.mail.html).not.toContain('href');
  await expect(codes.enter(sent.browser, wrongOf(code))).rejects.toMatchObject({
    code: 'wrong-code',
    details: { triesLeft: 4 },
  });
  expect(await codes.enter(sent.browser, code)).toMatchObject({ invitationId: guestId, secretVersion: 1 });
  expect(await bench.told()).toMatchObject([{ type: 'guest.opened.v1', subject: guestId }]);
  await expect(codes.enter(sent.browser, code)).rejects.toMatchObject({ code: 'code-expired' });
});

test('when the account asks for codes, then external guests are asked on every share, and colleagues on none', async () => {
  const owner = mia;
  mia = bench.user({ name: 'Mara Voss' });
  bench.world.policies.set(mia.accountId, { codeRequired: true });
  const external = await codes.aGuest(mia, { codeRequired: false });
  await expect(codes.open(external.token)).rejects.toMatchObject({ code: 'code-required' });
  const noah = bench.user({ accountId: mia.accountId });
  const internal = await codes.aGuest(mia, {}, noah.email);
  expect(await codes.open(internal.token)).toMatchObject({ email: noah.email });
  bench.world.isIdentityDown = true;
  await expect(codes.open(external.token)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  bench.world.isIdentityDown = false;
  bench.world.policies.delete(mia.accountId);
  expect(await codes.open(external.token)).toMatchObject({ email: LENA });
  mia = owner;
});

test('when the code is entered in another browser, or was sent for another guest, then it opens nothing', async () => {
  const [first, second] = [await codes.aGuest(mia), await codes.aGuest(mia, {}, 'paul@agency.example')];
  const ofFirst = await codes.asked(first.token);
  const ofSecond = await codes.asked(second.token);
  await expect(codes.enter('x'.repeat(43), ofFirst.code)).rejects.toMatchObject({ code: 'code-expired' });
  if (ofFirst.code !== ofSecond.code)
    await expect(codes.enter(ofSecond.browser, ofFirst.code)).rejects.toMatchObject({ code: 'wrong-code' });
  expect(await codes.enter(ofSecond.browser, ofSecond.code)).toMatchObject({ invitationId: second.guestId });
});

test('when twenty tries come at once, then five are looked at, and then not even the right one opens', async () => {
  const { browser, code } = await codes.asked((await codes.aGuest(mia)).token);
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, () => codes.enter(browser, wrongOf(code))),
  );
  const answers = JSON.stringify(tries);
  expect(answers.match(/"wrong-code"/g)).toHaveLength(4);
  expect(answers.match(/"code-void"/g)).toHaveLength(16);
  await expect(codes.enter(browser, code)).rejects.toMatchObject({ code: 'code-void' });
});

test('when the right code comes many times at once, then it opens once', async () => {
  const { browser, code } = await codes.asked((await codes.aGuest(mia)).token);
  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => codes.enter(browser, code)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('when ten minutes have passed, then the code is no good, and one that was not sent by then is not sent', async () => {
  const { token } = await codes.aGuest(mia);
  const { browser, code } = await codes.asked(token);
  await codes.pass(601);
  await expect(codes.enter(browser, code)).rejects.toMatchObject({ code: 'code-expired' });
  await codes.ask(token, browser);
  await codes.pass(601);
  const before = bench.postOffice.arrivals.length;
  await bench.sendAll();
  expect(bench.postOffice.arrivals).toHaveLength(before);
});

test('when a browser waits already, then nothing is sent again, until it asks for another, which voids the first', async () => {
  const { token } = await codes.aGuest(mia);
  const first = await codes.asked(token);
  expect(await codes.ask(token, first.browser)).toMatchObject({ browser: null });
  await expect(codes.ask(token, first.browser, true)).rejects.toMatchObject({
    code: 'too-many-requests',
    details: { retryAfterSeconds: expect.any(Number), reason: 'code-just-sent' },
  });
  await codes.pass(61);
  const { browser } = await codes.ask(token, first.browser, true);
  await bench.sendAll();
  const second = codeIn(bench.postOffice.arrivals.at(-1)?.mail.text);
  await expect(codes.enter(first.browser, first.code)).rejects.toMatchObject({ code: 'code-expired' });
  expect(await codes.enter(browser, second)).toMatchObject({ email: LENA });
});

test('when codes are asked for again and again, from however many browsers, then five an hour are sent', async () => {
  const { token } = await codes.aGuest(mia);
  const before = bench.postOffice.arrivals.length;
  for (let round = 0; round < 7; round += 1) {
    await Promise.allSettled(Array.from({ length: 4 }, () => codes.ask(token)));
    await bench.sendAll();
    await codes.pass(61);
  }
  expect(bench.postOffice.arrivals).toHaveLength(before + 5);
  await expect(codes.ask(token)).rejects.toMatchObject({ code: 'too-many-requests' });
});

test('when the guest is sent another link, renewed or removed, or the share is closed, then the code opens nothing', async () => {
  const dead = { code: expect.stringMatching(/^(?:code-expired|link-not-valid)$/) };
  const acts: ((guest: Awaited<ReturnType<typeof codes.aGuest>>) => Promise<unknown>)[] = [
    ({ share, guestId }) => bench.guests.resend({ id: share.shareId, guestId }, as(mia)),
    ({ share, guestId }) => bench.guests.remove({ id: share.shareId, guestId }, as(mia)),
    async ({ share }) => bench.world.shares.set(share.shareId, { ...share, isOpen: false }),
    async ({ share, guestId }) => {
      await bench.expire(guestId);
      await bench.guests.renew({ id: share.shareId, guestId, durationDays: 3 }, as(mia));
    },
  ];
  for (const act of acts) {
    const guest = await codes.aGuest(mia);
    const { browser, code } = await codes.asked(guest.token);
    await act(guest);
    await expect(codes.enter(browser, code)).rejects.toMatchObject(dead);
    await expect(codes.ask(guest.token)).rejects.toMatchObject({ code: 'link-not-valid' });
  }
});
