import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GuestForgottenV1, type UserActor } from '@vitrine/contracts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const LENA = 'lena@forgotten.example';
const KAI = 'kai@forgotten.example';

/** Lena's and Kai's invitations to a share, whose mails went out. */
const invited = async (mia: UserActor) => {
  const { shareId: id } = bench.shareOf(mia, { title: 'Spring campaign' });
  const guests = [{ email: LENA }, { email: KAI }];
  const answer = await bench.guests.invite({ id, guests, durationDays: 7 }, as(mia));
  await bench.sendAll();
  return { id, guestIds: answer.invited.map((guest) => guest.id) };
};
const overSince = (guestId: string | undefined, days: number) =>
  bench.database.sql.query(
    `UPDATE invitation SET expires_at = now() - make_interval(days => $2::int, secs => 1) WHERE id = $1`,
    [guestId, days],
  );
const runJobs = async () => {
  for (const { run } of bench.service.jobs) await run();
};
const rowsOf = (guestIds: string[]) =>
  bench.database.sql.query(
    `SELECT email, name, removed_at IS NOT NULL AS removed, forgotten_at IS NOT NULL AS forgotten
     FROM invitation WHERE id = ANY($1::uuid[]) ORDER BY email`,
    [guestIds],
  );
const forgottenEvents = async () =>
  (await bench.database.publishedEvents()).filter(({ type }) => type === GuestForgottenV1.type);

test('when an invitation is over for as long as the account says, then nothing names its guest any more, once', async () => {
  const mia = bench.user({ name: 'Mia Berg' });
  bench.world.policies.set(mia.accountId, { guestDataDays: 30 });
  const { id, guestIds } = await invited(mia);
  const [lena, kai] = guestIds;
  await overSince(lena, 30);
  await overSince(kai, 29);
  const before = (await forgottenEvents()).length;
  await Promise.all([runJobs(), runJobs()]);
  await runJobs();
  expect(await rowsOf(guestIds)).toEqual([
    { email: '', name: null, removed: true, forgotten: true },
    { email: KAI, name: null, removed: false, forgotten: false },
  ]);
  const told = (await forgottenEvents()).slice(before);
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toContain('@');
  expect(told[0]?.data).toMatchObject({
    ...{ invitationId: lena, shareId: id, accountId: mia.accountId },
  });
  const { items } = await bench.guests.list({ id }, as(mia));
  expect(items.map(({ email }) => email)).toEqual([KAI]);
});

test('when the account sets no time, or the link still works, then everything stays', async () => {
  const [mia, noah] = [bench.user({ name: 'Mia Berg' }), bench.user({ name: 'Noah' })];
  bench.world.policies.set(noah.accountId, { guestDataDays: 1 });
  const [kept, working] = [await invited(mia), await invited(noah)];
  for (const guestId of kept.guestIds) await overSince(guestId, 3_000);
  await runJobs();
  for (const { guestIds } of [kept, working])
    expect((await rowsOf(guestIds)).map((row) => row['forgotten'])).toEqual([false, false]);
});

test('when a guest was removed and the time is over, then the link opens nothing and the same address is a new guest', async () => {
  const mia = bench.user({ name: 'Mia Berg' });
  bench.world.policies.set(mia.accountId, { guestDataDays: 1 });
  const { id, guestIds } = await invited(mia);
  const token = bench.postOffice.arrivals.findLast(({ recipients }) => recipients[0] === LENA)?.token ?? '';
  await bench.internal.open({ token, language: 'de' }, asService);
  await bench.guests.remove({ id, guestId: guestIds[0] ?? '' }, as(mia));
  await bench.database.sql.query(
    `UPDATE invitation SET removed_at = now() - interval '25 hours' WHERE id = $1`,
    [guestIds[0]],
  );
  await runJobs();
  expect(await rowsOf([guestIds[0] ?? ''])).toMatchObject([{ email: '', forgotten: true }]);
  await expect(bench.internal.open({ token }, asService)).rejects.toMatchObject({ code: 'link-not-valid' });
  const again = await bench.guests.invite({ id, guests: [{ email: LENA }], durationDays: 7 }, as(mia));
  expect(again.invited.map(({ email }) => email)).toEqual([LENA]);
  await bench.sendAll();
  // What the guest of before read in is forgotten as well.
  expect(bench.postOffice.arrivals.at(-1)?.mail.headers.get('content-language')).toBe('en');
});
