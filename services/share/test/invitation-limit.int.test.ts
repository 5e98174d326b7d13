import { beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { as, benchOfFile } from './testing/open-bench.ts';

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user();
});

const create = (addresses: readonly string[]) =>
  bench.shares.create(
    {
      title: 'Autumn',
      assetIds: [bench.asset(mia).assetId],
      guests: addresses.map((email) => ({ email })),
      durationDays: 7,
    },
    as(mia),
  );
const counts = () => bench.world.calls.filter((call) => call.startsWith('guest.countInvitations'));

test('when the account limits invitations, then each guest is counted once before the share is made', async () => {
  await create(['a@agency.example']);
  expect(counts()).toEqual([]);
  bench.world.policies.set(mia.accountId, { invitationsPerHour: 10 });
  await create([]);
  expect(counts()).toEqual([]);
  await create(['a@agency.example', 'b@agency.example', 'A@agency.example']);
  expect(counts()).toEqual(['guest.countInvitations 2']);
  await expect(create(['nobody'])).rejects.toMatchObject({ code: 'invalid-guest' });
  expect(counts()).toHaveLength(1);
});

test('when there is no room, or nobody can say whether there is, then there is no share and nothing is told', async () => {
  bench.world.policies.set(mia.accountId, { invitationsPerHour: 10 });
  await bench.told();
  bench.world.hasNoRoomForInvitations = true;
  await expect(create(['a@agency.example'])).rejects.toMatchObject({ code: 'invitation-limit-reached' });
  bench.world.hasNoRoomForInvitations = false;
  bench.world.isGuestServiceDown = true;
  await expect(create(['a@agency.example'])).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  bench.world.isGuestServiceDown = false;
  expect(await bench.told()).toEqual([]);
});
