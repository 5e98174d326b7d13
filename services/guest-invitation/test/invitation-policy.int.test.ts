import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { DurationDays, UserActor } from '@vitrine/contracts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());
/** An account for each test. */
beforeEach(() => {
  mia = bench.user({ name: 'Mia Berg' });
});

const LENA = 'lena@agency.example';
const invite = (id: string, emails: string[], durationDays: DurationDays = 7) =>
  bench.guests.invite({ id, guests: emails.map((email) => ({ email })), durationDays }, as(mia));
const aShareWithLena = async () => {
  const id = bench.shareOf(mia).shareId;
  const { invited } = await invite(id, [LENA]);
  await bench.told();
  return { id, guestId: invited[0]?.id ?? '' };
};
const isRefused = (asked: Promise<unknown>, code: string, details: object) =>
  expect(asked).rejects.toMatchObject({ code, details });

test('when a duration is longer than the account allows, then inviting and renewing are refused, and nothing is told', async () => {
  const { id, guestId } = await aShareWithLena();
  await bench.expire(guestId);
  bench.world.policies.set(mia.accountId, { longestDurationDays: 3 });
  const longest = { longestDurationDays: 3 };
  await isRefused(invite(id, ['rita@gallery.example'], 5), 'duration-not-allowed', longest);
  await isRefused(
    bench.guests.renew({ id, guestId, durationDays: 5 }, as(mia)),
    'duration-not-allowed',
    longest,
  );
  expect(await bench.told()).toEqual([]);
  expect(await bench.guests.renew({ id, guestId, durationDays: 3 }, as(mia))).toMatchObject({
    state: 'active',
  });
});

test('when the account allows some domains only, then other addresses are named with the reason, and colleagues are invited', async () => {
  const noah = bench.user({ accountId: mia.accountId, name: 'Noah Lind', email: 'noah@acme.example' });
  bench.world.policies.set(mia.accountId, { allowedDomains: ['agency.example'] });
  const { shareId } = bench.shareOf(mia);
  const { invited, refused } = await invite(shareId, [LENA, noah.email, 'rita@gallery.example']);
  expect(invited.map(({ email }) => email)).toEqual([LENA, noah.email]);
  expect(refused).toEqual([{ guest: 'rita@gallery.example', reason: 'domain-not-allowed' }]);
  bench.world.policies.set(mia.accountId, { externalGuests: false });
  await isRefused(invite(shareId, ['kim@agency.example']), 'invalid-guest', {
    guests: [{ guest: 'kim@agency.example', reason: 'external-not-allowed' }],
  });
});

test('when a guest is not allowed any more, then nothing is sent to them again, and the link goes on', async () => {
  const { id, guestId } = await aShareWithLena();
  bench.world.policies.set(mia.accountId, { blockedDomains: ['agency.example'] });
  const reason = { reason: 'domain-not-allowed' };
  await isRefused(bench.guests.resend({ id, guestId }, as(mia)), 'guest-not-allowed', reason);
  expect((await bench.guests.list({ id }, as(mia))).items).toMatchObject([{ id: guestId, state: 'active' }]);
  await bench.expire(guestId);
  const renewal = bench.guests.renew({ id, guestId, durationDays: 1 }, as(mia));
  await isRefused(renewal, 'guest-not-allowed', reason);
  expect(await bench.told()).toEqual([]);
});

test('when the account limits invitations, then no more are sent within the hour, however many ask at once', async () => {
  const { id, guestId } = await aShareWithLena();
  bench.world.policies.set(mia.accountId, { invitationsPerHour: 12 });
  const two = (index: number) => invite(id, [`a${index}@agency.example`, `b${index}@agency.example`]);
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => two(index)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
  expect((await bench.guests.list({ id }, as(mia))).items).toHaveLength(13);
  const limit = { invitationsPerHour: 12, retryAfterSeconds: expect.any(Number) };
  await isRefused(bench.guests.resend({ id, guestId }, as(mia)), 'invitation-limit-reached', limit);
  const counting = (count: number) =>
    bench.internal.countInvitations(
      { userId: mia.userId, accountId: mia.accountId, domainIds: [], count },
      asService,
    );
  await isRefused(counting(1), 'invitation-limit-reached', limit);
  const noah = bench.user({ accountId: mia.accountId, name: 'Noah Lind' });
  await bench.internal.countInvitations(
    { userId: noah.userId, accountId: mia.accountId, domainIds: [], count: 12 },
    asService,
  );
  await bench.database.sql.query(`UPDATE invitation_count SET counted_at = counted_at - interval '1 hour'`);
  await bench.guests.resend({ id, guestId }, as(mia));
  await counting(11);
  await isRefused(counting(1), 'invitation-limit-reached', limit);
  await expect(
    bench.internal.countInvitations(
      { userId: mia.userId, accountId: mia.accountId, domainIds: [], count: 1 },
      as(mia),
    ),
  ).rejects.toMatchObject({ code: 'not-allowed' });
  bench.world.policies.set(mia.accountId, {});
  await invite(id, ['c@agency.example']);
});

test('when the policy cannot be asked for, then nobody is invited, renewed or sent anything', async () => {
  const { id, guestId } = await aShareWithLena();
  bench.world.isIdentityDown = true;
  const unavailable = { code: 'temporarily-unavailable' };
  await expect(bench.guests.resend({ id, guestId }, as(mia))).rejects.toMatchObject(unavailable);
  await expect(bench.guests.renew({ id, guestId, durationDays: 1 }, as(mia))).rejects.toMatchObject(
    unavailable,
  );
  bench.world.isIdentityDown = false;
  expect(await bench.told()).toEqual([]);
});
