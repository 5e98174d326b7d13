import { beforeAll, expect, test } from '@jest/globals';
import { type Actor, type UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { as, asService, benchOfFile } from './testing/open-bench.ts';
import { sharesOn } from './testing/shares-on.ts';

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user();
});

const { aShareWith, seeing } = sharesOn(bench, () => mia);
const managing = (id: string, who: Actor) => [
  () => bench.shares.change({ id, title: 'Mine' }, as(who)),
  () => bench.shares.remove({ id }, as(who)),
  () => bench.shares.addAssets({ id, assetIds: [newId()] }, as(who)),
  () => bench.shares.removeAssets({ id, assetIds: [newId()] }, as(who)),
  () => bench.shares.check({ shareId: id, assetIds: [newId()] }, as(who)),
  () => bench.internal.managedBy({ shareId: id }, as(who)),
];

test("when a share is somebody else's, then every route answers exactly as for one that does not exist", async () => {
  const asset = bench.asset(mia);
  const share = await aShareWith(asset);
  const colleague = await bench.user({ accountId: mia.accountId });
  const foreignAdministrator = await bench.user({ isAdministrator: true });
  for (const who of [colleague, foreignAdministrator])
    for (const id of [share.id, newId()]) {
      const reading = [() => bench.shares.get({ id }, as(who)), () => bench.shares.assets({ id }, as(who))];
      for (const call of [...reading, ...seeing(id, asset.assetId, who), ...managing(id, who)])
        await expect(call()).rejects.toMatchObject({ code: 'not-found', details: {} });
    }
  expect((await bench.shares.list({}, as(colleague))).items).toEqual([]);
});

test('when an administrator of the account comes, then the share can be managed but stays its owner’s', async () => {
  const asset = bench.asset(mia);
  const { id } = await aShareWith(asset);
  const admin = await bench.user({ accountId: mia.accountId, isAdministrator: true, name: 'Ada' });
  expect(await bench.shares.change({ id, title: 'Reviewed' }, as(admin))).toMatchObject({
    role: 'administrator',
    owner: { id: mia.userId },
  });
  expect(await bench.internal.managedBy({ shareId: id }, as(admin))).toMatchObject({ title: 'Reviewed' });
  expect((await bench.shares.list({}, as(admin))).items).toEqual([]);
});

test('when an internal guest comes, then the share can be seen while it is open, and never managed', async () => {
  const [good, gone] = [bench.asset(mia), bench.asset(mia)];
  const { id } = await aShareWith(good, gone);
  const noah = await bench.user({ accountId: mia.accountId });
  bench.guestOf(id, { userId: noah.userId, email: noah.email });
  await bench.database.sql.query(`UPDATE known_asset SET availability = 'unavailable' WHERE asset_id = $1`, [
    gone.assetId,
  ]);
  const seen = await bench.shares.get({ id }, as(noah));
  expect(seen).toMatchObject({ role: 'guest', assetCount: 1, expiresAt: '2099-01-01T00:00:00.000Z' });
  expect((await bench.shares.assets({ id }, as(noah))).items).toMatchObject([
    { id: good.assetId, reason: null },
  ]);
  expect((await bench.shares.list({ scope: 'received' }, as(noah))).items).toEqual([
    { ...seen, guestCount: null },
  ]);
  expect(await bench.internal.takeable({ shareId: id, assetIds: [good.assetId] }, as(noah))).toMatchObject({
    actorName: noah.name,
    invitationId: expect.any(String),
  });
  for (const call of managing(id, noah)) await expect(call()).rejects.toMatchObject({ code: 'not-found' });

  await bench.shares.change({ id, enabled: false }, as(mia));
  await expect(bench.shares.get({ id }, as(noah))).rejects.toMatchObject({ code: 'not-found' });
  expect((await bench.shares.list({ scope: 'received' }, as(noah))).items).toEqual([]);
});

test('when one id of a request is not in the share, then the whole of it is refused', async () => {
  const [inside, outside] = [bench.asset(mia), bench.asset(mia)];
  const { id } = await aShareWith(inside);
  for (const who of [mia, bench.guestOf(id)]) {
    const request = { shareId: id, assetIds: [inside.assetId, outside.assetId] };
    await expect(bench.internal.takeable(request, as(who))).rejects.toMatchObject({ code: 'not-found' });
  }
});

test('when it cannot be told whether an invitation lives, then the answer is 503 and never the thing', async () => {
  const asset = bench.asset(mia);
  const share = await aShareWith(asset);
  const [lena, noah] = [bench.guestOf(share.id), await bench.user({ accountId: mia.accountId })];
  bench.world.isGuestServiceDown = true;
  const calls = [
    () => bench.guest.share(undefined, as(lena)),
    () => bench.guest.assets({}, as(lena)),
    ...seeing(share.id, asset.assetId, lena),
    () => bench.shares.get({ id: share.id }, as(noah)),
    () => bench.shares.list({ scope: 'received' }, as(noah)),
  ];
  for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  expect(await bench.shares.get({ id: share.id }, as(mia))).toMatchObject({ role: 'owner' });
  bench.world.isGuestServiceDown = false;
});

test('when my shares are listed, then each tells its guests, or nothing of them where nobody can', async () => {
  const lou = await bench.user();
  const assetIds = [bench.asset(lou).assetId];
  const { share: alone } = await bench.shares.create({ title: 'Alone', assetIds }, as(lou));
  const { share: shared } = await bench.shares.create({ title: 'Shared', assetIds }, as(lou));
  bench.guestOf(shared.id);
  bench.guestOf(shared.id, { userId: mia.userId, email: mia.email });
  const counts = async (who: UserActor, scope: 'owned' | 'received' = 'owned') =>
    (await bench.shares.list({ scope }, as(who))).items.map(({ id, guestCount }) => [id, guestCount]);
  expect(await counts(lou)).toEqual([
    [shared.id, 2],
    [alone.id, 0],
  ]);
  bench.world.isGuestServiceDown = true;
  expect(await counts(lou)).toEqual([
    [shared.id, null],
    [alone.id, null],
  ]);
  bench.world.isGuestServiceDown = false;
  // As of a service that stands still: it is not waited for.
  const listed = Promise.withResolvers<undefined>();
  bench.world.guestsAreCountedAfter = listed.promise;
  expect(await counts(lou)).toEqual([
    [shared.id, null],
    [alone.id, null],
  ]);
  listed.resolve(undefined);
});

test('when an asset changed, then the shares that hold it are named with their owner, and those that are gone are not', async () => {
  const [asset, other] = [bench.asset(mia), bench.asset(mia)];
  const [open, off, gone] = [
    await aShareWith(asset),
    await aShareWith(asset, other),
    await aShareWith(asset),
  ];
  await aShareWith(other);
  await bench.shares.change({ id: off.id, enabled: false }, as(mia));
  await bench.shares.remove({ id: gone.id }, as(mia));
  const { shares } = await bench.internal.holding({ assetIds: [asset.assetId, newId()] }, asService);
  const whose = { accountId: mia.accountId, ownerId: mia.userId };
  expect(shares).toHaveLength(2);
  expect(shares).toEqual(
    expect.arrayContaining([
      { shareId: open.id, ...whose, enabled: true },
      { shareId: off.id, ...whose, enabled: false },
    ]),
  );
  await expect(bench.internal.holding({ assetIds: [asset.assetId] }, as(mia))).rejects.toMatchObject({
    code: 'not-allowed',
  });
});

test('when a person asks what services ask, then it is not allowed', async () => {
  const share = await aShareWith(bench.asset(mia));
  await expect(bench.internal.facts({ shareId: share.id }, as(mia))).rejects.toMatchObject({
    code: 'not-allowed',
  });
  await expect(bench.internal.ownsAny({ userId: mia.userId }, as(mia))).rejects.toMatchObject({
    code: 'not-allowed',
  });
  expect(await bench.internal.ownsAny({ userId: mia.userId }, asService)).toEqual({ ownsAny: true });
  expect(await bench.internal.ownsAny({ userId: newId() }, asService)).toEqual({ ownsAny: false });
  await expect(bench.internal.facts({ shareId: newId() }, asService)).rejects.toMatchObject({
    code: 'not-found',
  });
});
