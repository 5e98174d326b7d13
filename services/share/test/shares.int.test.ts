import { beforeAll, expect, test } from '@jest/globals';
import type { UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { as, benchOfFile } from './testing/open-bench.ts';

const bench = benchOfFile();
let mia: UserActor;

beforeAll(async () => {
  mia = await bench.user();
});

const aShareOf = async (owner: UserActor, assetIds = [bench.asset(owner).assetId]) => {
  const { share } = await bench.shares.create({ title: 'Autumn', assetIds }, as(owner));
  await bench.told();
  return share;
};

test('when a selection is shared, then the share holds what can be shared and names what cannot', async () => {
  const [good, bad] = [bench.asset(mia), bench.asset(mia, { shareable: false, fileName: 'secret.pdf' })];
  const selection = { assetIds: [good.assetId, bad.assetId, good.assetId.toUpperCase()] };
  const expected = [{ assetId: bad.assetId, fileName: 'secret.pdf', reason: 'may-not-be-shared' }];
  expect(await bench.shares.check(selection, as(mia))).toMatchObject({
    shareable: [good.assetId],
    excluded: expected,
  });
  expect(await bench.told()).toEqual([]);

  const { share, excluded } = await bench.shares.create({ title: ' Autumn ', ...selection }, as(mia));
  expect(excluded).toEqual(expected);
  expect(share).toMatchObject({
    title: 'Autumn',
    enabled: true,
    role: 'owner',
    assetCount: 1,
    expiresAt: null,
  });
  expect(share.coverUrls).toEqual([`/api/v1/assets/${good.assetId}/thumbnail?shareId=${share.id}`]);
  expect(await bench.told()).toEqual([
    {
      type: 'share.created.v1',
      data: expect.objectContaining({
        shareId: share.id,
        version: 1,
        actorName: mia.name,
        assetIds: [good.assetId],
        invitationRequest: null,
      }),
    },
  ]);
  expect(await bench.shares.get({ id: share.id }, as(mia))).toEqual(share);
});

test('when guests are named, then their invitation is asked for in the event of the share itself', async () => {
  const noah = await bench.user({ accountId: mia.accountId });
  const guests = [{ userId: noah.userId }, { email: 'lena@Agency.example' }];
  const request = { title: 'With guests', assetIds: [bench.asset(mia).assetId], guests, message: 'Hello' };
  const { share } = await bench.shares.create({ ...request, durationDays: 7, language: 'de' }, as(mia));
  const [event] = await bench.told();
  expect(event?.data['invitationRequest']).toEqual({
    guests: [{ userId: noah.userId }, { email: 'lena@agency.example' }],
    durationDays: 7,
    requestedAt: share.createdAt,
    language: 'de',
  });
  expect(JSON.stringify(event)).not.toContain('Hello');
  const facts = await bench.internal.facts({ shareId: share.id }, as({ kind: 'service', service: 'guest' }));
  expect(facts).toMatchObject({
    invitationMessage: 'Hello',
    isOpen: true,
    ownerEmail: mia.email,
    assetCount: 1,
  });
});

test('when a share cannot be made as asked, then a code says why and nothing is written', async () => {
  const stranger = await bench.user();
  const good = { title: 'Autumn', assetIds: [bench.asset(mia).assetId] };
  const lena = { email: 'lena@agency.example' };
  const refused: [object, string][] = [
    [{ assetIds: [bench.asset(mia, { availability: 'unavailable' }).assetId] }, 'nothing-to-share'],
    [{ assetIds: [...good.assetIds, newId()] }, 'not-found'],
    [{ assetIds: [...good.assetIds, bench.asset(stranger).assetId] }, 'not-found'],
    [{ title: '  ' }, 'invalid-title'],
    [{ title: '\u200b' }, 'invalid-title'],
    [{ title: 'x'.repeat(300) }, 'invalid-title'],
    [{ guests: [lena], durationDays: 4 }, 'invalid-duration'],
    [{ guests: [lena] }, 'invalid-duration'],
    [{ guests: [{ email: 'lena' }], durationDays: 1 }, 'invalid-guest'],
    [{ guests: [{ userId: stranger.userId }], durationDays: 1 }, 'invalid-guest'],
    [{ guests: [lena, { userId: mia.userId }], durationDays: 1 }, 'invalid-guest'],
  ];
  for (const [wrong, code] of refused)
    await expect(bench.shares.create({ ...good, ...wrong }, as(mia))).rejects.toMatchObject({ code });
  expect(await bench.told()).toEqual([]);
  expect(await bench.database.sql.query(`SELECT 1 FROM share WHERE owner_id = '${stranger.userId}'`)).toEqual(
    [],
  );
});

test('when the account is without shares, then every route says so, and an anonymous caller signs in first', async () => {
  const { id } = await aShareOf(mia);
  const otto = as({ ...mia, sharesEnabled: false });
  const assetIds = [newId()];
  const calls = [
    (who: typeof otto) => bench.shares.check({ assetIds }, who),
    (who: typeof otto) => bench.shares.create({ title: 'x', assetIds }, who),
    (who: typeof otto) => bench.shares.list({}, who),
    (who: typeof otto) => bench.shares.list({ scope: 'received' }, who),
    (who: typeof otto) => bench.shares.get({ id }, who),
    (who: typeof otto) => bench.shares.change({ id, title: 'x' }, who),
    (who: typeof otto) => bench.shares.remove({ id }, who),
    (who: typeof otto) => bench.shares.assets({ id }, who),
    (who: typeof otto) => bench.shares.addAssets({ id, assetIds }, who),
    (who: typeof otto) => bench.shares.removeAssets({ id, assetIds }, who),
    (who: typeof otto) => bench.internal.managedBy({ shareId: id }, who),
    (who: typeof otto) => bench.internal.takeable({ shareId: id, assetIds }, who),
  ];
  for (const call of calls) {
    await expect(call(otto)).rejects.toMatchObject({ code: 'shares-not-enabled' });
    await expect(call(as({ kind: 'anonymous' }))).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  }
});

test('when assets are added and removed, then the order stays and each change is told once', async () => {
  const first = bench.asset(mia);
  const { id } = await aShareOf(mia, [first.assetId]);
  const [second, expired] = [bench.asset(mia), bench.asset(mia, { expiresAt: '2026-01-01T00:00:00.000Z' })];
  const assetIds = [first, second, expired].map(({ assetId }) => assetId);
  expect(await bench.shares.check({ assetIds, shareId: id }, as(mia))).toMatchObject({
    shareable: [second.assetId],
  });
  expect(await bench.shares.addAssets({ id, assetIds }, as(mia))).toMatchObject({
    added: [second.assetId],
    excluded: [
      { assetId: first.assetId, reason: 'already-in-this-share' },
      { assetId: expired.assetId, reason: 'expired' },
    ],
  });
  expect(await bench.shares.addAssets({ id, assetIds }, as(mia))).toMatchObject({ added: [] });
  const { items } = await bench.shares.assets({ id }, as(mia));
  expect(items.map((item) => item.id)).toEqual([first.assetId, second.assetId]);

  const removal = { id, assetIds: [first.assetId, newId()] };
  expect(await bench.shares.removeAssets(removal, as(mia))).toEqual({ removed: [first.assetId] });
  expect(await bench.shares.removeAssets(removal, as(mia))).toEqual({ removed: [] });
  expect(await bench.told()).toMatchObject([
    { type: 'share.assets-added.v1', data: { version: 2, assetIds: [second.assetId] } },
    { type: 'share.assets-removed.v1', data: { version: 3, assetIds: [first.assetId] } },
  ]);
});

test('when a share is changed, switched and deleted, then each is told, and it is gone for good', async () => {
  const { id } = await aShareOf(mia);
  const changed = await bench.shares.change({ id, title: 'Winter', enabled: false }, as(mia));
  expect(changed).toMatchObject({ title: 'Winter', enabled: false, role: 'owner' });
  await bench.shares.change({ id, enabled: false, title: 'Winter' }, as(mia));
  await bench.shares.change({ id, enabled: true }, as(mia));
  await bench.shares.remove({ id }, as(mia));
  expect(await bench.told()).toMatchObject([
    { type: 'share.updated.v1', data: { version: 2, title: 'Winter' } },
    { type: 'share.disabled.v1', data: { version: 3, enabled: false } },
    { type: 'share.enabled.v1', data: { version: 4, enabled: true } },
    { type: 'share.deleted.v1', data: { version: 5, shareId: id } },
  ]);
  await expect(bench.shares.get({ id }, as(mia))).rejects.toMatchObject({ code: 'not-found' });
  await expect(bench.shares.remove({ id }, as(mia))).rejects.toMatchObject({ code: 'not-found' });
});

test('when many change a share at once, then every version is told once', async () => {
  const { id } = await aShareOf(mia);
  const titles = Array.from({ length: 8 }, (_, index) => `Title ${index}`);
  await Promise.all(titles.map((title) => bench.shares.change({ id, title }, as(mia))));
  const versions = (await bench.told()).map(({ data }) => data['version']);
  expect(versions.sort()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
});

test('when shares are listed, then only my own, newest change first, page by page, found by words of the title', async () => {
  const lou = await bench.user();
  const made = [await aShareOf(lou), await aShareOf(lou), await aShareOf(lou)];
  await bench.shares.change({ id: made[0]!.id, title: '100% Übersee_' }, as(lou));
  const first = await bench.shares.list({ limit: 2 }, as(lou));
  expect(first.items.map(({ id }) => id)).toEqual([made[0]!.id, made[2]!.id]);
  const rest = await bench.shares.list({ limit: 2, cursor: first.nextCursor! }, as(lou));
  expect(rest).toMatchObject({ items: [{ id: made[1]!.id, assetCount: 1 }], nextCursor: null });
  expect((await bench.shares.list({ q: '100% ÜBER' }, as(lou))).items).toHaveLength(1);
  expect((await bench.shares.list({ q: '%' }, as(lou))).items).toHaveLength(1);
  expect((await bench.shares.list({ q: 'x_x' }, as(lou))).items).toEqual([]);
  await expect(bench.shares.list({ cursor: 'nonsense' }, as(lou))).rejects.toMatchObject({
    code: 'invalid-request',
  });
});
