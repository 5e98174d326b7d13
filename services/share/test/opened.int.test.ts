import { beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { as, benchOfFile } from './testing/open-bench.ts';

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user();
});

const aShare = async () => {
  const assetIds = [bench.asset(mia).assetId];
  return (await bench.shares.create({ title: 'Autumn', assetIds }, as(mia))).share;
};

test('when an internal guest opens the share, then that is handed on once, and not of who only lists or manages', async () => {
  const { id } = await aShare();
  const noah = await bench.user({ accountId: mia.accountId });
  bench.guestOf(id, { userId: noah.userId, email: noah.email, isOpened: false });
  const before = bench.world.calls.length;
  const handedOn = () => bench.world.calls.slice(before).filter((call) => call === 'guest.openAsUser').length;
  await bench.shares.list({ scope: 'received' }, as(noah));
  await bench.shares.get({ id }, as(mia));
  expect(handedOn()).toBe(0);
  await bench.shares.get({ id }, as(noah));
  await bench.shares.get({ id }, as(noah));
  expect(handedOn()).toBe(1);
});

test('when an administrator is invited and opens the share, then that is handed on, while guests may open it', async () => {
  const { id } = await aShare();
  const ada = await bench.user({ accountId: mia.accountId, isAdministrator: true });
  await bench.shares.get({ id }, as(ada));
  const { userId, email } = ada;
  const invitation = bench.guestOf(id, { userId, email, isOpened: false });
  const isOpened = () => bench.world.invitations.get(invitation.invitationId)?.isOpened;
  await bench.shares.change({ id, enabled: false }, as(mia));
  await bench.shares.get({ id }, as(ada));
  expect(isOpened()).toBe(false);
  await bench.shares.change({ id, enabled: true }, as(mia));
  bench.world.isGuestServiceDown = true;
  expect(await bench.shares.get({ id }, as(ada))).toMatchObject({ id });
  bench.world.isGuestServiceDown = false;
  await bench.shares.get({ id }, as(ada));
  expect(isOpened()).toBe(true);
});
