import { beforeAll, expect, test } from '@jest/globals';
import { type CloudEvent, UserDisabledV1, UserUpdatedV1, type UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { changed, deleted } from './testing/asset-events.ts';
import { as, benchOfFile } from './testing/open-bench.ts';
import type { Facts } from './testing/peers.ts';

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user();
});

const disabled = ({ userId, accountId }: UserActor, version: number): CloudEvent =>
  aCloudEvent(UserDisabledV1, { subject: userId, data: { userId, accountId, version } });
const aShareOf = async (owner: UserActor, ...assets: Facts[]) => {
  const assetIds = assets.map(({ assetId }) => assetId);
  const { share } = await bench.shares.create({ title: 'Autumn', assetIds }, as(owner));
  await bench.told();
  return share.id;
};
const reasonsIn = async (id: string) =>
  (await bench.shares.assets({ id }, as(mia))).items.map(({ reason }) => reason);

test('when an asset loses its rights, then it stays for the owner with the reason, and comes back by itself', async () => {
  const asset = bench.asset(mia);
  const id = await aShareOf(mia, asset);
  const lena = as(bench.guestOf(id));
  const steps = [
    { availability: 'unavailable' as const, reason: 'unavailable' },
    { expiresAt: '2026-01-01T00:00:00.000Z', reason: 'expired' },
    { shareable: false, reason: 'may-not-be-shared' },
    { reason: null },
  ];
  for (const [index, { reason, ...change }] of steps.entries()) {
    await bench.bus.publish(changed({ ...asset, ...change, version: index + 2 }));
    expect(await reasonsIn(id)).toEqual([reason]);
    expect((await bench.guest.assets({}, lena)).items).toHaveLength(reason === null ? 1 : 0);
  }
  expect(await bench.told()).toEqual([]);
});

test('when an expiry date passes, then guests lose the asset at that instant, without any event', async () => {
  const asset = bench.asset(mia);
  const id = await aShareOf(mia, asset);
  const lena = as(bench.guestOf(id));
  const request = { shareId: id, assetIds: [asset.assetId] };
  const expireIn = (interval: string) =>
    bench.database.sql.query(
      `UPDATE known_asset SET expires_at = clock_timestamp() + $2::interval WHERE asset_id = $1`,
      [asset.assetId, interval],
    );
  await expireIn('10 seconds');
  expect(await bench.internal.takeable(request, lena)).toMatchObject({ excluded: [] });
  await expireIn('-1 milliseconds');
  expect(await bench.internal.takeable(request, lena)).toMatchObject({
    assetIds: [],
    excluded: [{ reason: 'expired' }],
  });
  expect((await bench.shares.assets({ id }, as(mia))).items).toMatchObject([
    { availability: 'expired', reason: 'expired', downloadable: false },
  ]);
});

test('when an asset is deleted, then it leaves each share that holds it, told once by nobody', async () => {
  const [asset, other] = [bench.asset(mia), bench.asset(mia)];
  const ids = [await aShareOf(mia, asset, other), await aShareOf(mia, asset)];
  await aShareOf(mia, other);
  const event = deleted({ ...asset, version: 2 });
  await bench.bus.publish(event);
  await bench.bus.publish(event);
  const told = await bench.told();
  expect(told).toHaveLength(2);
  for (const { type, data } of told) {
    expect(type).toBe('share.assets-removed.v1');
    expect(data).toMatchObject({ assetIds: [asset.assetId], version: 2, actorId: null, actorName: null });
  }
  expect(told.map(({ data }) => data['shareId']).sort()).toEqual([...ids].sort());
  expect(await reasonsIn(ids[1]!)).toEqual([]);
});

test('when an asset was deleted, then neither a late event nor a late answer brings it into a share', async () => {
  const [asset, other] = [bench.asset(mia), bench.asset(mia)];
  const id = await aShareOf(mia, other);
  await bench.bus.publish(deleted({ ...asset, version: 5 }));
  await bench.bus.publish(changed({ ...asset, version: 4 }));
  await expect(bench.shares.addAssets({ id, assetIds: [asset.assetId] }, as(mia))).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await bench.told()).toEqual([]);
});

test('when an asset is deleted while it is being added, then no share keeps it', async () => {
  const id = await aShareOf(mia, bench.asset(mia));
  const assets = Array.from({ length: 10 }, () => bench.asset(mia));
  await Promise.all(
    assets.flatMap((asset) => [
      bench.shares.addAssets({ id, assetIds: [asset.assetId] }, as(mia)).catch(() => undefined),
      bench.bus.publish(deleted({ ...asset, version: 2 })),
    ]),
  );
  expect(await reasonsIn(id)).toHaveLength(1);
  const versions = (await bench.told()).map(({ data }) => Number(data['version']));
  expect(versions.sort((one, other) => one - other)).toEqual(versions.map((_, index) => index + 2));
});

test('when an owner is disabled, then the shares stay and are closed, and an administrator can open them', async () => {
  const owner = await bench.user();
  const open = await aShareOf(owner, bench.asset(owner));
  const closed = await aShareOf(owner, bench.asset(owner));
  await bench.shares.change({ id: closed, enabled: false }, as(owner));
  await bench.told();
  await bench.bus.publish(disabled(owner, 2));
  expect(await bench.told()).toMatchObject([
    { type: 'share.disabled.v1', data: { shareId: open, actorId: null, enabled: false, version: 2 } },
  ]);
  await expect(bench.shares.change({ id: open, enabled: true }, as(owner))).rejects.toMatchObject({
    code: 'not-signed-in',
  });
  const request = { title: 'Late', assetIds: [bench.asset(owner).assetId] };
  await expect(bench.shares.create(request, as(owner))).rejects.toMatchObject({ code: 'not-signed-in' });
  const admin = await bench.user({ accountId: owner.accountId, isAdministrator: true });
  expect(await bench.shares.change({ id: open, enabled: true }, as(admin))).toMatchObject({ enabled: true });
});

test('when an owner was enabled again, then an older word of being disabled no longer counts for new shares', async () => {
  const owner = await bench.user();
  const { userId, accountId, name, email } = owner;
  const had = { isAdministrator: false, domainIds: [], language: null };
  const data = { userId, accountId, version: 3, name, email, ...had };
  await bench.bus.publish(aCloudEvent(UserUpdatedV1, { subject: userId, data }));
  await bench.bus.publish(disabled(owner, 2));
  expect(await aShareOf(owner, bench.asset(owner))).toEqual(expect.any(String));
});

test('when an event is not of its form, then it is buried and the next one is handled', async () => {
  const asset = bench.asset(mia);
  await bench.bus.publish({ ...changed(asset), id: newId(), data: { assetId: asset.assetId } });
  expect(await bench.messages.deadLetters.list()).toHaveLength(1);
  await bench.bus.publish(changed(asset));
  expect(await bench.messages.deadLetters.list()).toHaveLength(1);
});
