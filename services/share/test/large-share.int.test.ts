import { beforeAll, expect, test } from '@jest/globals';
import { AVAILABILITIES, type UserActor } from '@vitrine/contracts';
import fc from 'fast-check';
import { shareability } from '../src/known-asset.ts';
import { aKnownAsset } from '../src/testing/builders.ts';
import { as, benchOfFile } from './testing/open-bench.ts';

const ASSETS = 20_000;

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user();
});

test('when a share holds 20,000 assets, then it is made, read, taken and emptied like any other', async () => {
  const assetIds = Array.from({ length: ASSETS }, () => bench.asset(mia).assetId);
  const { share, excluded } = await bench.shares.create({ title: 'Archive', assetIds }, as(mia));
  expect(excluded).toEqual([]);
  expect(share.assetCount).toBe(ASSETS);

  const lena = bench.guestOf(share.id);
  const taken = await bench.internal.takeable({ shareId: share.id, assetIds }, as(lena));
  expect(taken.assetIds).toEqual(assetIds);
  expect(await bench.guest.share(undefined, as(lena))).toMatchObject({
    assetCount: ASSETS,
    totalByteSize: ASSETS * 1_000,
  });

  const first = await bench.shares.assets({ id: share.id, limit: 200 }, as(mia));
  const second = await bench.shares.assets({ id: share.id, limit: 200, cursor: first.nextCursor! }, as(mia));
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(assetIds.slice(0, 400));

  const removed = await bench.shares.removeAssets({ id: share.id, assetIds: assetIds.slice(1) }, as(mia));
  expect(removed.removed).toHaveLength(ASSETS - 1);
  expect(await bench.shares.get({ id: share.id }, as(mia))).toMatchObject({ assetCount: 1 });
}, 60_000);

test('when the database pages what guests can take, then it decides as the rule does', async () => {
  const assets = fc.sample(
    fc.record({
      availability: fc.constantFrom(...AVAILABILITIES),
      expiresAt: fc.constantFrom(null, new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)),
      shareable: fc.boolean(),
    }),
    200,
  );
  const facts = assets.map(() => bench.asset(mia));
  const assetIds = facts.map(({ assetId }) => assetId);
  const { share } = await bench.shares.create({ title: 'All sorts', assetIds }, as(mia));
  const changed = facts.map(({ assetId }, index) => ({
    ...aKnownAsset({ ...assets[index], assetId, version: 2 }),
    domainId: mia.domainIds[0] ?? '',
  }));
  await bench.database.inTransaction((tx) => tx.assets.keep(changed));
  const takeable = changed.filter((asset) => shareability(asset, new Date()) === null);
  const lena = bench.guestOf(share.id);
  const { items } = await bench.guest.assets({ limit: 200 }, as(lena));
  expect(items.map(({ id }) => id)).toEqual(takeable.map(({ assetId }) => assetId));
});
