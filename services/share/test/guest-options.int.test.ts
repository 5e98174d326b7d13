import { beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { as, benchOfFile } from './testing/open-bench.ts';

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user();
});

test('when a share asks guests for a code, then its owner and the service of guests hear it, and it is changed later', async () => {
  const asService = as({ kind: 'service', service: 'guest' });
  const assetIds = [bench.asset(mia).assetId];
  const { share: plain } = await bench.shares.create({ title: 'Autumn', assetIds }, as(mia));
  expect(plain).toMatchObject({ codeRequired: false, downloadsMax: null });
  const request = { title: 'With codes', assetIds, codeRequired: true };
  const { share } = await bench.shares.create(request, as(mia));
  expect(share).toMatchObject({ codeRequired: true });
  expect(await bench.internal.facts({ shareId: share.id }, asService)).toMatchObject({ codeRequired: true });
  await bench.told();
  const changed = await bench.shares.change({ id: share.id, codeRequired: false }, as(mia));
  expect(changed).toMatchObject({ codeRequired: false, title: 'With codes' });
  expect(await bench.told()).toMatchObject([{ type: 'share.updated.v1', data: { version: 2 } }]);
  await bench.shares.change({ id: share.id, codeRequired: false }, as(mia));
  expect(await bench.told()).toEqual([]);
  expect(await bench.internal.facts({ shareId: share.id }, asService)).toMatchObject({ codeRequired: false });
});

test('when a share limits downloads, then that is told, changed and lifted, and what is no limit is refused', async () => {
  const request = { title: 'Limited', assetIds: [bench.asset(mia).assetId], downloadsMax: 5 };
  const { share } = await bench.shares.create(request, as(mia));
  expect(share).toMatchObject({ downloadsMax: 5, downloadsLeft: null });
  const change = (downloadsMax: number | null) =>
    bench.shares.change({ id: share.id, downloadsMax }, as(mia));
  expect(await change(2)).toMatchObject({ downloadsMax: 2 });
  for (const wrong of [0, -1, 1.5, 1_001])
    await expect(change(wrong)).rejects.toMatchObject({ code: 'invalid-request' });
  expect(await change(null)).toMatchObject({ downloadsMax: null });
  await bench.told();
});

test('when a share limits downloads, then a guest is told how many are left, and whoever counts them the limit', async () => {
  const asset = bench.asset(mia);
  const request = { title: 'Limited', assetIds: [asset.assetId], downloadsMax: 3 };
  const { share } = await bench.shares.create(request, as(mia));
  const left = async (downloadsBegun: number) => {
    const guest = bench.guestOf(share.id, { downloadsBegun });
    return bench.guest.share(undefined, as(guest));
  };
  expect(await left(1)).toMatchObject({ downloadsMax: 3, downloadsLeft: 2 });
  expect(await left(4)).toMatchObject({ downloadsMax: 3, downloadsLeft: 0 });
  const wanted = { shareId: share.id, assetIds: [asset.assetId] };
  const lena = bench.guestOf(share.id);
  expect(await bench.internal.takeable(wanted, as(lena))).toMatchObject({ downloadsMax: 3 });
  expect(await bench.internal.takeable(wanted, as(mia))).toMatchObject({ downloadsMax: null });
});
