import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type UserActor, UserCreatedV1, UserUpdatedV1 } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import type { Facts } from '../src/testing/builders.ts';
import { type Bench, as, asService, openBench } from './testing/open-bench.ts';
import { REQUESTED_AT, completed, created, disabled, started, userTold } from './testing/told-by-others.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ name: 'Mia Berg' });
  await bench.bus.publish(userTold(UserCreatedV1, mia, 1));
});
afterAll(() => bench.close());

const aColleague = async (overrides: Partial<UserActor> = {}): Promise<UserActor> => {
  const user = bench.user({ accountId: mia.accountId, ...overrides });
  await bench.bus.publish(userTold(UserCreatedV1, user, 1));
  return user;
};
const guestsOf = async ({ shareId }: Facts) => (await bench.guests.list({ id: shareId }, as(mia))).items;
const typesTold = async () => (await bench.told()).map(({ type }) => type);

test('when a user is disabled, then their internal invitations end, and those made after that instant stay', async () => {
  const noah = await aColleague();
  const [share, external] = [bench.shareOf(mia), bench.shareOf(mia)];
  await bench.bus.publish(created(share, [{ userId: noah.userId }]));
  await bench.bus.publish(created(external, [{ email: 'rita@gallery.example' }]));
  await bench.told();
  await bench.bus.publish(disabled(noah, 1, new Date(Date.parse(REQUESTED_AT) - 1)));
  expect(await bench.told()).toEqual([]);
  await bench.bus.publish(disabled(noah, 2));
  expect(await bench.told()).toMatchObject([
    { type: 'guest.removed.v1', data: { userId: noah.userId, actorId: null } },
  ]);
  expect(await guestsOf(share)).toEqual([]);
  expect(await guestsOf(external)).toHaveLength(1);
});

test('when a user gets another address, then their invitations follow, and older news are ignored', async () => {
  const noah = await aColleague();
  const share = bench.shareOf(mia);
  await bench.bus.publish(created(share, [{ userId: noah.userId }, { email: 'taken@acme.example' }]));
  const moved = { ...noah, email: 'noah.new@acme.example', name: 'Noah Lind-Berg' };
  await bench.bus.publish(userTold(UserUpdatedV1, moved, 3));
  await bench.bus.publish(userTold(UserUpdatedV1, { ...noah, name: 'Older' }, 2));
  expect(await guestsOf(share)).toMatchObject([{ email: moved.email, name: moved.name }, {}]);
  await bench.bus.publish(userTold(UserUpdatedV1, { ...noah, email: 'taken@acme.example' }, 4));
  expect(await guestsOf(share)).toMatchObject([{ email: moved.email }, { email: 'taken@acme.example' }]);
  await bench.told();
});

test('when guests download, then each completed download is counted once, for that guest', async () => {
  const share = bench.shareOf(mia);
  await bench.bus.publish(
    created(share, [{ email: 'rita@gallery.example' }, { email: 'paul@agency.example' }]),
  );
  const [rita] = await guestsOf(share);
  const event = completed(share, rita?.id ?? '');
  for (const each of [
    event,
    event,
    completed(share, rita?.id ?? ''),
    completed(share, null),
    completed(share, newId()),
  ])
    await bench.bus.publish(each);
  expect((await guestsOf(share)).map(({ downloads }) => downloads)).toEqual([2, 0]);
  await bench.told();
});

test('when downloads are begun, then each is counted once for its guest, and told with the invitation', async () => {
  const share = bench.shareOf(mia);
  await bench.bus.publish(created(share, [{ email: 'rita@gallery.example' }]));
  const invitationId = (await guestsOf(share))[0]?.id ?? '';
  const begun = started(share, invitationId);
  for (const each of [begun, begun, started(share, invitationId), started(share, null)])
    await bench.bus.publish(each);
  expect(await guestsOf(share)).toMatchObject([{ downloads: 0, downloadsBegun: 2 }]);
  const live = await bench.internal.live({ invitationId, secretVersion: 1 }, asService);
  expect(live).toMatchObject({ downloadsBegun: 2 });
  await bench.told();
});

test('when invitations come to their end, then the job tells it once, and again only after a renewal', async () => {
  const share = bench.shareOf(mia);
  await bench.bus.publish(
    created(share, [{ email: 'rita@gallery.example' }, { email: 'paul@agency.example' }]),
  );
  const guestId = (await guestsOf(share))[0]?.id ?? '';
  const job = bench.service.jobs.find(({ name }) => name.endsWith('announce-expiry'));
  await bench.told();
  await job?.run();
  expect(await bench.told()).toEqual([]);
  await bench.expire(guestId);
  await Promise.all([job?.run(), job?.run()]);
  await job?.run();
  expect(await bench.told()).toMatchObject([
    { type: 'guest.expired.v1', subject: guestId, data: { version: 2 } },
  ]);
  await bench.guests.renew({ id: share.shareId, guestId, durationDays: 1 }, as(mia));
  await bench.expire(guestId);
  await job?.run();
  expect(await typesTold()).toEqual(['guest.renewed.v1', 'guest.expired.v1']);
});
