import { beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { as, benchOfFile } from './testing/open-bench.ts';

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user({ domainIds: [newId(), newId()] });
});

/** A share with an asset of each domain of Mia, and Mia as she is without the first. */
const aShareOfTwoDomains = async () => {
  const [brandId, pressId] = mia.domainIds;
  const [brand, press] = [bench.asset(mia, { domainId: brandId! }), bench.asset(mia, { domainId: pressId! })];
  const assetIds = [brand.assetId, press.assetId];
  const { share } = await bench.shares.create({ title: 'Autumn', assetIds }, as(mia));
  const left: UserActor = { ...mia, domainIds: [pressId!] };
  return { shareId: share.id, brand, press, assetIds, left };
};

test('when an owner left a domain, then its assets stay listed with the reason, and are not theirs to take or see', async () => {
  const { shareId, brand, press, assetIds, left } = await aShareOfTwoDomains();
  expect(await bench.internal.takeable({ shareId, assetIds }, as(left))).toMatchObject({
    assetIds: [press.assetId],
    excluded: [{ assetId: brand.assetId, fileName: brand.fileName, reason: 'not-in-your-domains' }],
  });
  const { items } = await bench.shares.assets({ id: shareId }, as(left));
  expect(items).toMatchObject([
    { reason: 'not-in-your-domains', downloadable: false, thumbnailUrl: null, previewUrl: null },
    { reason: null, downloadable: true, thumbnailUrl: expect.stringContaining(press.assetId) },
  ]);
  const seeing = (assetId: string) => bench.internal.canSee({ shareId, assetId }, as(left));
  await expect(seeing(brand.assetId)).rejects.toMatchObject({ code: 'not-found', details: {} });
  expect(await seeing(press.assetId)).toEqual({ visible: true });
  const covers = { assetCount: 2, coverUrls: [expect.stringContaining(press.assetId)] };
  expect(await bench.shares.get({ id: shareId }, as(left))).toMatchObject(covers);
  expect(await bench.shares.change({ id: shareId, title: 'Late autumn' }, as(left))).toMatchObject(covers);
  const listed = (await bench.shares.list({}, as(left))).items.find(({ id }) => id === shareId);
  expect(listed).toMatchObject(covers);
});

test('when an owner left a domain, then its assets cannot be added by them but taken out', async () => {
  const { shareId: id, brand, left } = await aShareOfTwoDomains();
  const another = bench.asset(mia);
  for (const { assetId } of [another, brand]) {
    const addition = bench.shares.addAssets({ id, assetIds: [assetId] }, as(left));
    await expect(addition).rejects.toMatchObject({ code: 'not-found' });
  }
  expect(await bench.shares.removeAssets({ id, assetIds: [brand.assetId] }, as(left))).toEqual({
    removed: [brand.assetId],
  });
});

test('when an owner left a domain, then guests and administrators have what they had, and so has one who came back', async () => {
  const { shareId, assetIds } = await aShareOfTwoDomains();
  const ada = await bench.user({ accountId: mia.accountId, isAdministrator: true });
  const noah = await bench.user({ accountId: mia.accountId });
  bench.guestOf(shareId, { userId: noah.userId, email: noah.email });
  const ownerAndAdministrator = { ...mia, domainIds: [], isAdministrator: true };
  for (const who of [bench.guestOf(shareId), noah, ada, ownerAndAdministrator, mia])
    expect(await bench.internal.takeable({ shareId, assetIds }, as(who))).toMatchObject({
      assetIds,
      excluded: [],
    });
});

test('when the domain of an asset was never told, then it is asked for before an owner has it, and nothing is had where it cannot be told', async () => {
  const { shareId, brand, press, assetIds, left } = await aShareOfTwoDomains();
  const forget = () =>
    bench.database.sql.query('UPDATE known_asset SET domain_id = NULL WHERE asset_id = ANY ($1::uuid[])', [
      assetIds,
    ]);
  await forget();
  expect((await bench.shares.assets({ id: shareId }, as(left))).items).toMatchObject([
    { id: brand.assetId, reason: 'not-in-your-domains' },
    { id: press.assetId, reason: null },
  ]);
  await forget();
  bench.world.isAssetServiceDown = true;
  const asked = [
    () => bench.internal.takeable({ shareId, assetIds }, as(left)),
    () => bench.internal.canSee({ shareId, assetId: press.assetId }, as(left)),
  ];
  for (const call of asked) await expect(call()).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  expect(await bench.internal.takeable({ shareId, assetIds }, as(bench.guestOf(shareId)))).toMatchObject({
    assetIds,
  });
  bench.world.isAssetServiceDown = false;
});
