import { beforeAll, expect, test } from '@jest/globals';
import { AccountFeaturesChangedV1, type Actor, type UserActor } from '@vitrine/contracts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { as, asService, benchOfFile } from './testing/open-bench.ts';
import { sharesOn } from './testing/shares-on.ts';

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user();
});

const { aShareWith, seeing } = sharesOn(bench, () => mia);

test('when a guest opens the share, then it shows what rule 8 names, of the assets only what can be taken', async () => {
  const [good, gone] = [bench.asset(mia, { byteSize: 5_000_000_000 }), bench.asset(mia)];
  const { id } = await aShareWith(good, gone);
  await bench.database.sql.query('UPDATE known_asset SET shareable = false WHERE asset_id = $1', [
    gone.assetId,
  ]);
  const lena = bench.guestOf(id);
  expect(await bench.guest.share(undefined, as(lena))).toEqual({
    id,
    title: 'Autumn',
    description: 'Leaves',
    sharedBy: mia.name,
    expiresAt: '2099-01-01T00:00:00.000Z',
    assetCount: 1,
    totalByteSize: 5_000_000_000,
    downloadsMax: null,
    downloadsLeft: null,
  });
  const { items } = await bench.guest.assets({}, as(lena));
  expect(items.map((item) => item.id)).toEqual([good.assetId]);
  expect(items[0]?.thumbnailUrl).toBe(`/api/v1/assets/${good.assetId}/thumbnail?shareId=${id}&as=guest`);
  expect(Object.keys(items[0]!)).not.toContain('domainId');

  const both = { shareId: id, assetIds: [gone.assetId, good.assetId] };
  expect(await bench.internal.takeable(both, as(lena))).toMatchObject({
    assetIds: [good.assetId],
    excluded: [{ assetId: gone.assetId, reason: 'may-not-be-shared' }],
    invitationId: lena.invitationId,
    actorName: 'lena@agency.example',
  });
  await expect(bench.internal.canSee({ shareId: id, assetId: gone.assetId }, as(lena))).rejects.toMatchObject(
    {
      code: 'not-found',
    },
  );
  expect(await bench.internal.canSee({ shareId: id, assetId: gone.assetId }, as(mia))).toEqual({
    visible: true,
  });
});

test('when a link was removed or renewed, the share closed or is another, then the guest has nothing', async () => {
  const asset = bench.asset(mia);
  const [share, other] = [await aShareWith(asset), await aShareWith(asset)];
  const lena = bench.guestOf(share.id);
  const without = async (who: Actor & { kind: 'guest' }) => {
    const calls = [
      () => bench.guest.share(undefined, as(who)),
      () => bench.guest.assets({}, as(who)),
      ...seeing(share.id, asset.assetId, who),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'link-not-valid' });
  };
  for (const call of seeing(other.id, asset.assetId, lena))
    await expect(call()).rejects.toMatchObject({ code: 'link-not-valid' });
  await without({ ...lena, secretVersion: 0 });
  await without({ ...bench.guestOf(other.id), shareId: share.id });
  await bench.shares.change({ id: share.id, enabled: false }, as(mia));
  await without(lena);
  await bench.shares.change({ id: share.id, enabled: true }, as(mia));
  expect(await bench.guest.share(undefined, as(lena))).toMatchObject({ id: share.id });
  bench.world.invitations.delete(lena.invitationId);
  await without(lena);
});

test('when the feature is switched off, then existing guests keep nothing, and get it back with it', async () => {
  const owner = await bench.user();
  const { assetId } = bench.asset(owner);
  const { share } = await bench.shares.create({ title: 'Autumn', assetIds: [assetId] }, as(owner));
  const lena = bench.guestOf(share.id);
  const { accountId } = owner;
  const tell = (version: number, shares: boolean) =>
    bench.bus.publish(
      aCloudEvent(AccountFeaturesChangedV1, {
        subject: accountId,
        data: { accountId, version, name: 'Acme', features: { shares } },
      }),
    );
  await tell(3, false);
  await tell(2, true);
  for (const call of seeing(share.id, assetId, lena))
    await expect(call()).rejects.toMatchObject({ code: 'link-not-valid' });
  expect(await bench.internal.facts({ shareId: share.id }, asService)).toMatchObject({ isOpen: false });
  await tell(4, true);
  expect(await bench.guest.share(undefined, as(lena))).toMatchObject({ id: share.id });
});
