import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GuestReference, UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ name: 'Mia Berg' });
});
afterAll(() => bench.close());

const lena = { email: 'lena@agency.example' };

const invite = (id: string, guests: GuestReference[], actor = mia, durationDays: 1 | 7 = 7) =>
  bench.guests.invite({ id, guests, durationDays }, as(actor));
const aShareWithLena = async () => {
  const id = bench.shareOf(mia).shareId;
  const { invited } = await invite(id, [lena]);
  await bench.told();
  return { id, guestId: invited[0]?.id ?? '' };
};

test('when a removed guest is invited again, then that is a new guest', async () => {
  const { id, guestId } = await aShareWithLena();
  await bench.guests.remove({ id, guestId }, as(mia));
  expect((await bench.guests.list({ id }, as(mia))).items).toEqual([]);
  expect(await bench.told()).toMatchObject([
    { type: 'guest.removed.v1', subject: guestId, data: { version: 2, actorId: mia.userId } },
  ]);
  const { invited } = await invite(id, [lena]);
  expect(invited[0]?.id).not.toBe(guestId);
});

test('when it is asked which sessions are a guest’s, then who manages the guests learns it, and nobody else', async () => {
  const { id, guestId } = await aShareWithLena();
  const managed = (shareId: string, actor = mia) => bench.internal.managed({ shareId, guestId }, as(actor));
  expect(await managed(id)).toEqual({ invitationId: guestId, secretVersion: expect.any(Number) });
  const another = bench.user({ name: 'Noah' });
  await expect(managed(id, another)).rejects.toMatchObject({ code: 'not-found' });
  await expect(managed(bench.shareOf(another).shareId, another)).rejects.toMatchObject({ code: 'not-found' });
  await bench.guests.remove({ id, guestId }, as(mia));
  await expect(managed(id)).rejects.toMatchObject({ code: 'not-found' });
});

test('when a guest is renewed, then only an expired one is, with one mail to send', async () => {
  const { id, guestId } = await aShareWithLena();
  const renewal = () => bench.guests.renew({ id, guestId, durationDays: 2 }, as(mia));
  await expect(renewal()).rejects.toMatchObject({ code: 'guest-still-active' });
  await bench.expire(guestId);
  const outcomes = await Promise.allSettled([renewal(), renewal(), invite(id, [lena])]);
  const { items } = await bench.guests.list({ id }, as(mia));
  expect(items).toMatchObject([{ id: guestId, state: 'active', mail: 'queued' }]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  expect(await bench.told()).toMatchObject([{ type: 'guest.renewed.v1', data: { version: 2 } }]);
  const queued = `SELECT FROM mail_send WHERE invitation_id = $1 AND state = 'queued'`;
  expect(await bench.database.sql.query(queued, [guestId])).toHaveLength(1);
});

test('when a guest is removed while invited again, then no removal is undone and no version is told twice', async () => {
  const { id, guestId } = await aShareWithLena();
  await bench.expire(guestId);
  await Promise.all([bench.guests.remove({ id, guestId }, as(mia)), invite(id, [lena])]);
  const versions = (await bench.told()).map(({ subject, data }) => `${subject} ${String(data['version'])}`);
  expect(new Set(versions).size).toBe(versions.length);
  const { items } = await bench.guests.list({ id }, as(mia));
  expect(items.filter((each) => each.id === guestId)).toEqual([]);
});

test('when the actor may not manage the share, then each route is as of a share that does not exist', async () => {
  const { id, guestId } = await aShareWithLena();
  const noah = as(bench.user({ accountId: mia.accountId }));
  const refused = [
    bench.guests.list({ id }, noah),
    bench.guests.invite({ id, guests: [lena], durationDays: 7 }, noah),
    bench.guests.remove({ id, guestId }, noah),
    bench.guests.renew({ id, guestId, durationDays: 7 }, noah),
    bench.guests.resend({ id, guestId }, noah),
    bench.guests.resend({ id: bench.shareOf(mia).shareId, guestId }, as(mia)),
    bench.guests.list({ id: newId() }, as(mia)),
    bench.guests.remove({ id: bench.shareOf(mia).shareId, guestId }, as(mia)),
    bench.guests.renew({ id: bench.shareOf(mia).shareId, guestId, durationDays: 7 }, as(mia)),
  ];
  await Promise.all(refused.map((each) => expect(each).rejects.toMatchObject({ code: 'not-found' })));
  const anonymous = bench.guests.list({ id }, as({ kind: 'anonymous' }));
  await expect(anonymous).rejects.toMatchObject({ code: 'not-signed-in' });
  const withoutShares = bench.guests.list({ id }, as({ ...mia, sharesEnabled: false }));
  await expect(withoutShares).rejects.toMatchObject({ code: 'shares-not-enabled' });
  expect(await bench.told()).toEqual([]);
});

test('when an administrator of the account manages the guests, then it is told as theirs', async () => {
  const { id, guestId } = await aShareWithLena();
  const admin = bench.user({ accountId: mia.accountId, isAdministrator: true, name: 'Ada' });
  await bench.guests.remove({ id, guestId }, as(admin));
  expect(await bench.told()).toMatchObject([{ data: { actorId: admin.userId, actorName: 'Ada' } }]);
});
