import { beforeEach, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { changed } from './testing/asset-events.ts';
import { as, asService, benchOfFile } from './testing/open-bench.ts';

const bench = benchOfFile();
let mia: UserActor;
let brand: string;
let press: string;

beforeEach(async () => {
  [brand, press] = [newId(), newId()];
  mia = await bench.user({ domainIds: [brand, press] });
  bench.world.notForGuests.clear();
  bench.world.calls.length = 0;
});

const LENA = { email: 'lena@agency.example' };
const assetOf = (domainId: string, overrides = {}) => bench.asset(mia, { domainId, ...overrides }).assetId;
const create = (assetIds: string[], guests = [LENA], durationDays: 3 | 7 = 7) =>
  bench.shares.create({ title: 'Autumn', assetIds, guests, durationDays }, as(mia));
const aShareOf = async (assetIds: string[]) => (await create(assetIds, [])).share.id;
const domainsOf = (shareId: string) => bench.internal.domains({ shareId }, asService);

test('when guests are named with a new share, then the strictest policy of what it will hold decides', async () => {
  bench.world.policies.set(press, { longestDurationDays: 3 });
  expect((await create([assetOf(brand)])).share.title).toBe('Autumn');
  const both = [assetOf(brand), assetOf(press)];
  await expect(create(both)).rejects.toMatchObject({
    code: 'duration-not-allowed',
    details: { longestDurationDays: 3 },
  });
  expect((await create(both, [LENA], 3)).share.assetCount).toBe(2);
  bench.world.policies.set(press, { externalGuests: false });
  await expect(create(both)).rejects.toMatchObject({ code: 'invalid-guest' });
  const leftOut = assetOf(press, { shareable: false });
  expect((await create([assetOf(brand), leftOut])).excluded).toMatchObject([{ assetId: leftOut }]);
});

test('when a selection is checked, then the policy of what can be shared of it is told before', async () => {
  bench.world.policies.set(press, { longestDurationDays: 3, codeRequired: true });
  const leftOut = assetOf(press, { shareable: false });
  const checked = (assetIds: string[], shareId?: string) =>
    bench.shares.check({ assetIds, ...(shareId && { shareId }) }, as(mia));
  expect((await checked([assetOf(brand), leftOut])).policy).toMatchObject({
    longestDurationDays: 28,
    byDomain: [],
  });
  const strict = {
    longestDurationDays: 3,
    codeRequired: true,
    byDomain: ['longestDurationDays', 'codeRequired'],
  };
  expect((await checked([assetOf(brand), assetOf(press)])).policy).toMatchObject(strict);
  const shareId = await aShareOf([assetOf(press)]);
  expect((await checked([assetOf(brand)], shareId)).policy).toMatchObject(strict);
});

test('when assets of a domain that asks for more than the guests have are added, then they are left out with the reason, and the others are added', async () => {
  bench.world.policies.set(press, { externalGuests: false });
  const id = await aShareOf([assetOf(brand)]);
  const [ofBrand, ofPress] = [assetOf(brand), assetOf(press)];
  bench.world.notForGuests.add(press);
  const expected = [{ assetId: ofPress, reason: 'not-for-its-guests' }];
  const assetIds = [ofBrand, ofPress];
  expect(await bench.shares.check({ assetIds, shareId: id }, as(mia))).toMatchObject({
    shareable: [ofBrand],
    excluded: expected,
    policy: { externalGuests: true },
  });
  expect(await bench.shares.addAssets({ id, assetIds }, as(mia))).toMatchObject({
    added: [ofBrand],
    excluded: expected,
  });
  expect(await domainsOf(id)).toEqual({ domainIds: [brand] });
  bench.world.notForGuests.clear();
  expect(await bench.shares.addAssets({ id, assetIds: [ofPress] }, as(mia))).toMatchObject({
    added: [ofPress],
  });
  expect((await domainsOf(id)).domainIds.toSorted()).toEqual([brand, press].toSorted());
});

test('when it cannot be told whether the guests may have it, then nothing is added; where no domain asks for more, nobody is asked', async () => {
  const id = await aShareOf([assetOf(brand)]);
  const add = (assetIds: string[]) => bench.shares.addAssets({ id, assetIds }, as(mia));
  bench.world.isGuestServiceDown = true;
  expect((await add([assetOf(press)])).added).toHaveLength(1);
  bench.world.policies.set(press, { codeRequired: true });
  await expect(add([assetOf(press)])).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  bench.world.isGuestServiceDown = false;
  bench.world.isIdentityDown = true;
  await expect(add([assetOf(brand)])).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  bench.world.isIdentityDown = false;
  expect((await bench.shares.assets({ id }, as(mia))).items).toHaveLength(2);
});

test('when an asset is unavailable or its share is told of by an event, then its domain counts all the same', async () => {
  const facts = bench.asset(mia, { domainId: press });
  const id = await aShareOf([facts.assetId, assetOf(brand)]);
  await bench.bus.publish(changed({ ...facts, version: facts.version + 1, availability: 'unavailable' }));
  expect((await domainsOf(id)).domainIds.toSorted()).toEqual([brand, press].toSorted());
  await bench.shares.removeAssets({ id, assetIds: [facts.assetId] }, as(mia));
  expect(await domainsOf(id)).toEqual({ domainIds: [brand] });
});

test('when assets were kept before their domains were, then these are asked for once, and where that cannot be, nothing is told', async () => {
  const id = await aShareOf([assetOf(brand), assetOf(press)]);
  await bench.database.sql.query('UPDATE known_asset SET domain_id = NULL');
  bench.world.isAssetServiceDown = true;
  await expect(domainsOf(id)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  bench.world.isAssetServiceDown = false;
  bench.world.calls.length = 0;
  expect((await domainsOf(id)).domainIds.toSorted()).toEqual([brand, press].toSorted());
  await domainsOf(id);
  expect(bench.world.calls).toEqual(['asset.files']);
  await expect(bench.internal.domains({ shareId: id }, as(mia))).rejects.toMatchObject({
    code: 'not-allowed',
  });
  await expect(domainsOf(newId())).rejects.toMatchObject({ code: 'not-found' });
});
