import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type UserActor, UserCreatedV1 } from '@vitrine/contracts';
import type { Facts } from '../src/testing/builders.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';
import {
  REQUESTED_AT,
  created,
  createdAlone,
  deleted,
  disabled,
  userTold,
} from './testing/told-by-others.ts';

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

test('when a share is made with guests, then they are invited once, from the instant of the request', async () => {
  const noah = await aColleague({ name: 'Noah Lind' });
  const share = bench.shareOf(mia, { invitationMessage: 'With the share' });
  const event = created(share, [{ email: 'rita@gallery.example' }, { userId: noah.userId }]);
  await bench.bus.publish(event);
  await bench.bus.publish(event);
  expect(await guestsOf(share)).toMatchObject([
    { email: 'rita@gallery.example', kind: 'external', invitedAt: REQUESTED_AT },
    { email: noah.email, kind: 'internal', userId: noah.userId, name: 'Noah Lind' },
  ]);
  const told = await bench.told();
  expect(told).toHaveLength(2);
  expect(told[0]).toMatchObject({
    type: 'guest.invited.v1',
    data: { actorId: mia.userId, actorName: 'Mia Berg' },
  });
  const before = bench.postOffice.arrivals.length;
  await bench.sendAll();
  const mails = bench.postOffice.arrivals.slice(before);
  expect(mails.flatMap(({ recipients }) => recipients)).toEqual(['rita@gallery.example', noah.email]);
  for (const { mail } of mails) expect(mail.text).toContain('With the share');
  await bench.told();
});

test('when the guests of a new share are asked for at once, then the list waits until they are invited', async () => {
  const share = bench.shareOf(mia, { guestsNamedAt: new Date().toISOString() });
  const asked = guestsOf(share);
  await bench.bus.publish(created(share, [{ email: 'rita@gallery.example' }]));
  expect((await asked).map(({ email }) => email)).toEqual(['rita@gallery.example']);
  await bench.told();
});

test('when what names the guests does not come in time, then the list says that they are being invited', async () => {
  const namedAMinuteAgo = new Date(Date.now() - 60_000).toISOString();
  const share = bench.shareOf(mia, { guestsNamedAt: namedAMinuteAgo });
  const listed = () => bench.guests.list({ id: share.shareId }, as(mia));
  expect(await listed()).toMatchObject({ items: [], areBeingInvited: true });
  await bench.bus.publish(created(share, [{ email: 'rita@gallery.example' }]));
  expect(await listed()).toMatchObject({ items: [{}], areBeingInvited: false });
  await bench.told();
});

test('when guests were named just now, then the list waits for them before it says so', async () => {
  const share = bench.shareOf(mia, { guestsNamedAt: new Date().toISOString() });
  const listed = await bench.guests.list({ id: share.shareId }, as(mia));
  expect(listed).toMatchObject({ items: [], areBeingInvited: true });
  expect(Date.now()).toBeGreaterThan(Date.parse(share.guestsNamedAt ?? '') + 2_900);
});

test('when a share is made without guests, then nothing is done', async () => {
  const share = bench.shareOf(mia);
  await bench.bus.publish(createdAlone(share));
  expect(await bench.told()).toEqual([]);
});

test('when a guest is told of after the share that names them, then it is tried again until all are invited', async () => {
  const late = bench.user({ accountId: mia.accountId });
  const share = bench.shareOf(mia);
  const inviting = bench.bus.publish(
    created(share, [{ userId: late.userId }, { email: 'rita@gallery.example' }]),
  );
  await bench.bus.publish(userTold(UserCreatedV1, late, 1));
  await inviting;
  expect((await guestsOf(share)).map(({ email }) => email)).toEqual([late.email, 'rita@gallery.example']);
  expect(await typesTold()).toEqual(['guest.invited.v1', 'guest.invited.v1']);
});

test('when a guest was disabled since the share named them, then the others are invited', async () => {
  const gone = await aColleague();
  await bench.bus.publish(disabled(gone, 2));
  const share = bench.shareOf(mia);
  await bench.bus.publish(created(share, [{ userId: gone.userId }, { email: 'rita@gallery.example' }]));
  expect((await guestsOf(share)).map(({ email }) => email)).toEqual(['rita@gallery.example']);
  expect(await typesTold()).toEqual(['guest.invited.v1']);
});

test('when a share is deleted, then its guests are removed, and only its', async () => {
  const [share, other] = [bench.shareOf(mia), bench.shareOf(mia)];
  for (const each of [share, other])
    await bench.bus.publish(created(each, [{ email: 'rita@gallery.example' }]));
  await bench.told();
  await bench.bus.publish(deleted(share));
  await bench.bus.publish(deleted(share));
  expect(await bench.told()).toMatchObject([
    { type: 'guest.removed.v1', data: { version: 2, shareId: share.shareId } },
  ]);
  expect(await guestsOf(share)).toEqual([]);
  expect(await guestsOf(other)).toHaveLength(1);
});

test('when the creation of a share is told after its deletion, then nobody is invited', async () => {
  const share = bench.shareOf(mia);
  await bench.bus.publish(deleted(share));
  await bench.bus.publish(created(share, [{ email: 'rita@gallery.example' }]));
  expect(await guestsOf(share)).toEqual([]);
  const both = bench.shareOf(mia);
  await Promise.all([
    bench.bus.publish(created(both, [{ email: 'rita@gallery.example' }])),
    bench.bus.publish(deleted(both)),
  ]);
  expect(await guestsOf(both)).toEqual([]);
  await bench.told();
});
