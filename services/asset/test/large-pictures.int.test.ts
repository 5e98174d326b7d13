import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Actor, type AssetView, largePictureUrl, pageUrl } from '@vitrine/contracts';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { aGuest, aUser } from '../src/testing/actors.ts';
import { IDS } from '../src/testing/an-asset.ts';
import { type AssetServiceUnderTest, anAssetService } from './an-asset-service.ts';

let assets: AssetServiceUnderTest;
beforeAll(async () => {
  assets = await anAssetService();
});
afterAll(() => assets.close());
beforeEach(() => {
  assets.share.state.visible.clear();
});

const added = async (name: string, content: Buffer): Promise<AssetView> => {
  const { body } = await assets.upload({ name, content: Buffer.from(content) });
  await assets.service.renderLoop.idle();
  return (await assets.get(body.id)).body;
};
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#2a6' } });
const aPhoto = async (width = 4_000, height = 3_000) =>
  added('dunes.jpg', await plain(width, height).jpeg({ quality: 40 }).toBuffer());
const aBook = async (): Promise<AssetView> => {
  const document = await PDFDocument.create();
  for (const width of [595, 421]) document.addPage([width, 842]);
  return added('book.pdf', Buffer.from(await document.save()));
};
const ask = async (url: string, actor: Actor = aUser(), headers: Record<string, string> = {}) => {
  const response = await assets.request(actor, url, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isPicture = response.headers.get('content-type') === 'image/webp' && bytes.length > 0;
  const { width = 0, height = 0 } = isPicture ? await sharp(bytes).metadata() : {};
  return { status: response.status, etag: response.headers.get('etag') ?? '', size: [width, height] };
};
const large = (asset: AssetView, page = 1) => largePictureUrl(pageUrl(asset.previewUrl!, page));
const keysOf = async ({ id }: AssetView) => (await assets.objectKeys()).filter((key) => key.includes(id));
const LARGE = { status: 200, size: [3_200, 2_400] };
const USUAL = { status: 200, size: [1_600, 1_200] };

test('when a large preview is asked for, then it is drawn and kept, and asked for again it is the same', async () => {
  const photo = await aPhoto();
  expect((await keysOf(photo)).filter((key) => key.includes('large-preview'))).toEqual([]);
  const usual = await ask(photo.previewUrl!);
  const { etag, ...first } = await ask(large(photo));
  expect([usual, first]).toEqual([expect.objectContaining(USUAL), LARGE]);
  expect(etag).not.toBe(usual.etag);
  expect(await keysOf(photo)).toContain(`renditions/${photo.id}/large-preview.webp`);
  expect(await ask(large(photo))).toEqual({ etag, ...LARGE });
  expect(await ask(large(photo), aUser(), { 'if-none-match': etag })).toMatchObject({ status: 304 });
  expect(await ask(large(photo), aUser(), { 'if-none-match': usual.etag })).toEqual({ etag, ...LARGE });
});

test('when pages are asked for in their large size, then they are drawn anew and not enlarged', async () => {
  const book = await aBook();
  expect(await ask(large(book))).toMatchObject({ status: 200, size: [2_261, 3_200] });
  expect(await ask(large(book, 2))).toMatchObject({ status: 200, size: [1_600, 3_200] });
  expect(await ask(pageUrl(book.previewUrl!, 2))).toMatchObject({ size: [800, 1_600] });
  expect(await ask(large(book, 3))).toMatchObject({ status: 404 });
});

test('when it is a drawing of lines, then it is drawn with as many pixels', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><circle cx="9" cy="5" r="4"/></svg>`;
  expect(await ask(large(await added('logo.svg', Buffer.from(svg))))).toMatchObject({ size: [3_200, 1_600] });
});

test('when there is no more to see than the preview shows, then that is the answer', async () => {
  const photo = await aPhoto(1_600, 900);
  expect(await ask(large(photo))).toEqual(await ask(photo.previewUrl!));
  expect(await keysOf(photo)).toHaveLength(3);
});

test('when many ask for the same at once, then it is drawn for all of them', async () => {
  const photo = await aPhoto();
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(large(photo))));
  expect(answers.map(({ size }) => size)).toEqual(answers.map(() => LARGE.size));
});

test('when it could not be drawn, then the usual one is shown, and it is not tried again so soon', async () => {
  const photo = await aPhoto();
  await assets.database.sql.query(
    `INSERT INTO undrawn_picture VALUES ('${photo.id}', 'large-preview', 'time-limit')`,
  );
  expect(await ask(large(photo))).toMatchObject(USUAL);
  await assets.database.sql.query("UPDATE undrawn_picture SET tried_at = now() - interval '11 minutes'");
  expect(await ask(large(photo))).toMatchObject(LARGE);
});

test('when its file cannot be read, then the usual one is shown', async () => {
  const photo = await aPhoto();
  const { objectKey } = (await assets.database.repositories.assets.byId(photo.id))!;
  await assets.store.delete(objectKey);
  expect(await ask(large(photo))).toMatchObject(USUAL);
});

test('when nobody may have the file, then no more of it is shown than the preview, drawn or not', async () => {
  const [drawn, other] = [await aPhoto(), await aPhoto()];
  expect(await ask(large(drawn))).toMatchObject(LARGE);
  for (const photo of [drawn, other]) {
    await assets.database.sql.query(`UPDATE asset SET expires_at = now() WHERE id = '${photo.id}'`);
    expect(await ask(large(photo))).toMatchObject(USUAL);
  }
});

test('when somebody comes through a share, then share is asked at each request', async () => {
  for (const asset of [await aPhoto(), await aBook()]) {
    const url = `${large(asset)}&shareId=${IDS.share}`;
    expect(await ask(url, aGuest())).toMatchObject({ status: 404 });
    assets.share.state.visible.add(`${IDS.share} ${asset.id}`);
    expect((await ask(url, aGuest())).size).toContain(3_200);
    assets.share.state.visible.clear();
    expect(await ask(url, aGuest())).toMatchObject({ status: 404 });
    expect(await ask(large(asset), aUser({ domainIds: [] }))).toMatchObject({ status: 404 });
  }
});

/** What is seen once and then no more. */
class Once extends Set<string> {
  override has(value: string): boolean {
    return this.delete(value);
  }
}

test('when the right ends while it is drawn, then nothing is shown', async () => {
  const book = await aBook();
  for (const url of [large(book), large(book, 2), pageUrl(book.previewUrl!, 2)]) {
    const visible = new Once([`${IDS.share} ${book.id}`]);
    assets.share.state.visible = visible;
    const through = `${url}${url.includes('?') ? '&' : '?'}shareId=${IDS.share}`;
    expect(await ask(through, aGuest())).toMatchObject({ status: 404 });
    expect(visible.size).toBe(0);
    await assets.database.sql.query(`DELETE FROM rendition WHERE name LIKE '%page%'`);
  }
});

test('when the asset is removed, then so are its large pictures', async () => {
  const book = await aBook();
  for (const page of [1, 2]) await ask(large(book, page));
  await assets.remove(book.id);
  await assets.database.sql.query("UPDATE object_to_delete SET delete_after = now() - interval '1 second'");
  await assets.runJob('asset.delete-objects');
  expect(await keysOf(book)).toEqual([]);
});
