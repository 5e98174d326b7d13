import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import { AssetDeletedV1 } from '@vitrine/contracts';
import { aUser } from '../src/testing/actors.ts';
import { IDS } from '../src/testing/an-asset.ts';
import { type AssetServiceUnderTest, anAssetService } from './an-asset-service.ts';

let assets: AssetServiceUnderTest;
beforeAll(async () => {
  assets = await anAssetService();
});
afterAll(() => assets.close());

const anAvailableAsset = async (): Promise<AssetView> => {
  const { body } = await assets.upload();
  await assets.service.renderLoop.idle();
  await assets.database.sql.query('TRUNCATE platform.outbox');
  return (await assets.get(body.id)).body;
};
const typesTold = async () => (await assets.database.publishedEvents()).map(({ type }) => type);
const stranger = aUser({ domainIds: [IDS.campaigns], currentDomainId: IDS.campaigns });

test('when a member of its domain changes it, then it is changed and told, and search knows it', async () => {
  const { id } = await anAvailableAsset();
  const patch = {
    title: 'Moonrise',
    tags: ['night', 'night'],
    shareable: false,
    availability: 'unavailable',
  };
  expect((await assets.change(id, patch)).body).toMatchObject({
    ...patch,
    tags: ['night'],
    downloadable: false,
  });
  expect(await typesTold()).toEqual([
    'asset.updated.v1',
    'asset.availability-changed.v1',
    'asset.rights-changed.v1',
  ]);
  expect((await assets.list('q=moonr')).body.items).toMatchObject([{ id }]);
  await assets.change(id, patch);
  expect(await typesTold()).toHaveLength(3);
});

test.each([
  [{ title: '' }, 'invalid-title'],
  [{ title: ' \u0000 ' }, 'invalid-request'],
  [{ title: 'x'.repeat(300) }, 'invalid-title'],
  [{ title: ['a'] }, 'invalid-title'],
  [{ expiresAt: 'tomorrow' }, 'invalid-request'],
  [{ expiresAt: '0000-01-01T00:00:00Z' }, 'invalid-request'],
  [{ expiresAt: '9999-12-31T23:59:59-14:00' }, 'invalid-request'],
  [{ availability: 'expired' }, 'invalid-request'],
  [{ tags: 'a' }, 'invalid-request'],
])('when it is changed by %j, then a problem says %s and nothing is told', async (patch, code) => {
  const { id } = await anAvailableAsset();
  expect(await assets.change(id, patch)).toMatchObject({ status: 400, body: { code } });
  expect(await typesTold()).toEqual([]);
});

test('when its expiry passes, then it counts as expired at once, and that is told once', async () => {
  const { id } = await anAvailableAsset();
  await assets.change(id, { expiresAt: '2999-01-01T01:00:00+01:00' });
  expect((await assets.get(id)).body).toMatchObject({
    expiresAt: '2999-01-01T00:00:00.000Z',
    downloadable: true,
  });
  await assets.database.sql.query(`UPDATE asset SET expires_at = now() - interval '1 second' WHERE id = $1`, [
    id,
  ]);
  expect((await assets.get(id)).body).toMatchObject({ availability: 'expired', downloadable: false });
  await Promise.all([assets.runJob('asset.announce-expiry'), assets.runJob('asset.announce-expiry')]);
  const told = await assets.database.publishedEvents();
  expect(told).toHaveLength(2);
  expect(told[1]?.data).toMatchObject({ availability: 'expired', version: 4 + 1, actorId: null });
  expect((await assets.change(id, { expiresAt: null })).body).toMatchObject({ availability: 'available' });
});

test('when several change it at once, then each is told with a version of its own', async () => {
  const { id } = await anAvailableAsset();
  const titles = ['a', 'b', 'c', 'd', 'e'];
  await Promise.all(titles.map((title) => assets.change(id, { title })));
  const told = await assets.database.publishedEvents();
  expect(told.map(({ data }) => (data as { version: number }).version)).toEqual([4, 5, 6, 7, 8]);
  const last = told.at(-1)?.data as { title: string };
  expect((await assets.get(id)).body.title).toBe(last.title);
});

test('when it is removed, then it is gone and told, and its bytes go later', async () => {
  const { id } = await anAvailableAsset();
  const stored = await assets.database.repositories.assets.byId(id);
  expect((await assets.remove(id)).status).toBe(204);
  expect(await assets.get(id)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await assets.remove(id)).toMatchObject({ status: 404 });
  expect(await assets.database.publishedEvents()).toMatchObject([
    { type: AssetDeletedV1.type, subject: id, data: { version: 4, actorId: IDS.mia } },
  ]);
  await assets.runJob('asset.delete-objects');
  expect(await assets.objectKeys()).toContain(stored?.objectKey);
  await assets.database.sql.query("UPDATE object_to_delete SET delete_after = now() - interval '1 second'");
  await assets.runJob('asset.delete-objects');
  expect(await assets.objectKeys()).not.toContain(stored?.objectKey);
  expect(await assets.database.repositories.objectsToDelete.claimDue(10)).toEqual([]);
});

test('when the asset is not mine, then 404 and nothing is told', async () => {
  const { id } = await anAvailableAsset();
  for (const answer of [
    await assets.get(id, stranger),
    await assets.change(id, { title: 'Mine' }, stranger),
    await assets.remove(id, stranger),
    await assets.get(IDS.share, stranger),
    await assets.get('nonsense', stranger),
  ])
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await typesTold()).toEqual([]);
});
