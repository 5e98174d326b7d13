import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Actor, type AssetView, largePictureUrl } from '@vitrine/contracts';
import sharp from 'sharp';
import { pictureKey } from '../src/asset.ts';
import { createRenderLoop } from '../src/render-assets/render-loop.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { aGuest, aUser } from '../src/testing/actors.ts';
import { IDS } from '../src/testing/an-asset.ts';
import { aJpeg } from './a-jpeg.ts';
import { type AssetServiceUnderTest, anAssetService } from './an-asset-service.ts';

let assets: AssetServiceUnderTest;
let jpeg: Buffer<ArrayBuffer>;
beforeAll(async () => {
  assets = await anAssetService();
  jpeg = await aJpeg();
});
afterAll(() => assets.close());
beforeEach(() => {
  assets.share.state.visible.clear();
  assets.share.state.failsWith = null;
});

const aDrawnAsset = async (): Promise<AssetView> => {
  const { body } = await assets.upload({ name: 'dunes.jpg', content: jpeg });
  await assets.service.renderLoop.idle();
  return (await assets.get(body.id)).body;
};
const eventsOf = async (id: string) =>
  (await assets.database.publishedEvents()).filter(({ subject }) => subject === id);
const see = async (path: string, actor: Actor = aUser(), headers: Record<string, string> = {}) => {
  const response = await assets.request(actor, path, { headers });
  return { response, status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
};

test('when an image was uploaded, then it is drawn, available, and told so with rising versions', async () => {
  const asset = await aDrawnAsset();
  expect(asset).toMatchObject({ availability: 'available', downloadable: true, width: 640, height: 480 });
  const events = await eventsOf(asset.id);
  expect(events.map(({ type, data }) => [type, (data as { version: number }).version])).toEqual([
    ['asset.created.v1', 1],
    ['asset.updated.v1', 2],
    ['asset.availability-changed.v1', 3],
  ]);
  expect(events[2]?.data).toMatchObject({ hasThumbnail: true, hasPreview: true, availability: 'available' });
});

test('when a file cannot be drawn, then it is an asset without pictures', async () => {
  const content = jpeg.subarray(0, 300);
  const { body } = await assets.upload({ name: 'broken.jpg', content });
  await assets.service.renderLoop.idle();
  expect((await assets.get(body.id)).body).toMatchObject({ downloadable: true, thumbnailUrl: null });
});

test('when somebody of its domain looks, then the picture is shown with headers that keep it harmless', async () => {
  const asset = await aDrawnAsset();
  const { response, bytes } = await see(asset.thumbnailUrl!);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'content-length': String(bytes.length),
    etag: expect.stringMatching(/^"[\w-]{27}"$/),
  });
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 320, height: 240 });
  const again = await see(asset.thumbnailUrl!, aUser(), { 'if-none-match': response.headers.get('etag')! });
  expect(again).toMatchObject({ status: 304, bytes: Buffer.alloc(0) });
  expect((await see(asset.previewUrl!)).status).toBe(200);
});

test('when a large thumbnail is asked for, then it is that, or the usual one where there is no larger', async () => {
  const sizeOf = async (url: string) => {
    const { status, bytes } = await see(url);
    return [status, (await sharp(bytes).metadata()).width];
  };
  const asset = await aDrawnAsset();
  const large = largePictureUrl(asset.thumbnailUrl!);
  expect(await sizeOf(large)).toEqual([200, 640]);
  expect((await see(large, aUser({ domainIds: [] }))).status).toBe(404);
  for (const size of ['small', 'large&size=large', '']) {
    expect(await sizeOf(`${asset.thumbnailUrl}?size=${size}`)).toEqual([200, 320]);
  }
  // As what was drawn before there were any.
  await assets.database.sql.query(`DELETE FROM rendition WHERE name = 'large-thumbnail'`);
  expect(await sizeOf(large)).toEqual([200, 320]);
});

test('when somebody comes through a share, then share is asked with that person at each request', async () => {
  const { id } = await aDrawnAsset();
  const path = `/api/v1/assets/${id}/preview?shareId=${IDS.share}`;
  for (const actor of [aGuest(), aUser({ domainIds: [IDS.campaigns] })]) {
    expect((await see(path, actor)).status).toBe(404);
    assets.share.state.visible.add(`${IDS.share} ${id}`);
    expect((await see(path, actor)).status).toBe(200);
    assets.share.state.visible.clear();
    const { status, bytes } = await see(path, actor);
    expect(status).toBe(404);
    expect(JSON.parse(bytes.toString())).toMatchObject({ code: 'not-found' });
  }
  expect(assets.share.state.asked).toContainEqual(aGuest());
});

test('when share does not answer, then nothing is shown and that is said', async () => {
  const { id } = await aDrawnAsset();
  assets.share.state.failsWith = 'temporarily-unavailable';
  const untold = await see(`/api/v1/assets/${id}/thumbnail?shareId=${IDS.share}`, aGuest());
  expect([untold.status, untold.response.headers.get('retry-after')]).toEqual([503, '2']);
});

test.each([
  ['a foreign asset', (id: string) => `${id}/thumbnail`, aUser({ domainIds: [] })],
  ['a share id that is none', (id: string) => `${id}/thumbnail?shareId=1&shareId=2`, aGuest()],
  ['an asset that there is not', () => `${IDS.share}/preview`, aUser()],
  ['an id that is none', () => `..%2f..%2fetc/preview`, aUser()],
  ['nobody', (id: string) => `${id}/thumbnail`, { kind: 'anonymous' as const }],
])('when it is %s, then there is no picture', async (_what, pathOf, actor) => {
  const { id } = await aDrawnAsset();
  expect((await see(`/api/v1/assets/${pathOf(id)}`, actor)).status).toBe(404);
});

test('when the asset has no pictures, or their objects are gone, then they are not found', async () => {
  const { body: note } = await assets.upload();
  await assets.service.renderLoop.idle();
  expect((await see(`/api/v1/assets/${note.id}/thumbnail`)).status).toBe(404);
  const asset = await aDrawnAsset();
  await assets.store.delete(pictureKey(asset.id, 'preview'));
  expect((await see(asset.previewUrl!)).status).toBe(404);
});

test('when it was made unavailable while it was drawn, then it stays so, with pictures', async () => {
  const { body } = await assets.upload({ name: 'dunes.jpg', content: jpeg });
  expect((await assets.change(body.id, { availability: 'available' })).body).toMatchObject({
    code: 'conflict',
  });
  await assets.change(body.id, { availability: 'unavailable' });
  await assets.service.renderLoop.idle();
  expect((await assets.get(body.id)).body).toMatchObject({ availability: 'unavailable', width: 640 });
  expect((await assets.change(body.id, { availability: 'available' })).body).toMatchObject({
    downloadable: true,
  });
});

test('when the store fails while it is drawn, then it is tried again later, and an asset still in processing', async () => {
  const { body } = await assets.upload({ name: 'dunes.jpg', content: jpeg });
  const store = { ...assets.store, put: () => Promise.reject(new Error('the store is away')) };
  const loop = createRenderLoop({ database: assets.database, store, log: quietLog });
  await loop.idle();
  expect((await assets.get(body.id)).body.availability).toBe('processing');
  await assets.database.sql.query("UPDATE render_job SET next_at = now() - interval '1 second'");
  await assets.service.renderLoop.idle();
  expect((await assets.get(body.id)).body.availability).toBe('available');
});

test('when the asset is removed while it is drawn, then no picture of it is left', async () => {
  const { body } = await assets.upload({ name: 'dunes.jpg', content: jpeg });
  const { put } = assets.store;
  const store: typeof assets.store = {
    ...assets.store,
    put: async (...parameters) => {
      await assets.remove(body.id);
      return put(...parameters);
    },
  };
  await createRenderLoop({ database: assets.database, store, log: quietLog }).idle();
  await assets.database.sql.query("UPDATE object_to_delete SET delete_after = now() - interval '1 second'");
  await assets.runJob('asset.delete-objects');
  expect(await assets.objectKeys()).not.toContainEqual(expect.stringContaining(body.id));
});

test('when the loop runs, then a commit wakes it; when it stops, then it waits for what it draws', async () => {
  const loop = createRenderLoop({ database: assets.database, store: assets.store, log: quietLog });
  loop.start();
  const uploaded = await Promise.all(
    Array.from({ length: 5 }, () => assets.upload({ name: 'dunes.jpg', content: jpeg })),
  );
  await loop.idle();
  await loop.stop();
  for (const { body } of uploaded)
    expect((await assets.get(body.id)).body).toMatchObject({ availability: 'available' });
});
