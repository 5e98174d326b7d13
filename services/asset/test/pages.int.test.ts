import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Actor, AssetView } from '@vitrine/contracts';
import { PDFDocument, rgb } from 'pdf-lib';
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

/** As wide as it counts, so that pages can be told apart. */
const aBook = async (pageCount: number): Promise<AssetView> => {
  const document = await PDFDocument.create();
  for (let page = 1; page <= pageCount; page += 1)
    document.addPage([100 * page, 1_000]).drawRectangle({ width: 50, height: 50, color: rgb(0, 0, 1) });
  const { body } = await assets.upload({ name: 'book.pdf', content: Buffer.from(await document.save()) });
  await assets.service.renderLoop.idle();
  return (await assets.get(body.id)).body;
};
const ask = async (path: string, actor: Actor = aUser()) => {
  const response = await assets.request(actor, `/api/v1/assets/${path}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { response, status: response.status, bytes };
};
const told = async (path: string, actor?: Actor): Promise<unknown> =>
  JSON.parse((await ask(path, actor)).bytes.toString());
const keysOf = async (id: string) => (await assets.objectKeys()).filter((key) => key.includes(id));

test('when a document was drawn, then its pages are counted, and one is drawn when it is turned to', async () => {
  const { id } = await aBook(3);
  expect(await told(`${id}/pages`)).toEqual({ pageCount: 3, shownCount: 3 });
  expect(await keysOf(id)).not.toContainEqual(expect.stringContaining('page-'));
  const { response, bytes } = await ask(`${id}/pages/3`);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  });
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 480, height: 1_600 });
  expect(await keysOf(id)).toContain(`renditions/${id}/page-3.webp`);
  const again = await ask(`${id}/pages/3`);
  expect([again.response.headers.get('etag'), again.bytes]).toEqual([response.headers.get('etag'), bytes]);
});

test('when the first page is asked for, then it is the preview', async () => {
  const { id } = await aBook(1);
  expect((await ask(`${id}/pages/1`)).bytes).toEqual((await ask(`${id}/preview`)).bytes);
});

test('when many ask for the same page at once, then all get it', async () => {
  const { id } = await aBook(2);
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(`${id}/pages/2`)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
});

test('when pages were not counted as the document came, then they are when somebody looks', async () => {
  const { id } = await aBook(2);
  await assets.database.sql.query('DELETE FROM document');
  expect(await told(`${id}/pages`)).toEqual({ pageCount: 2, shownCount: 2 });
  const one = await aBook(1);
  await assets.database.sql.query('DELETE FROM document');
  expect(await told(`${one.id}/pages`)).toEqual({ pageCount: 1, shownCount: 1 });
});

test.each(['0', '4', '201', '1e1', '-1', '2.5', 'x'])(
  'when page %s is asked for, then there is none',
  async (page) => {
    const { id } = await aBook(3);
    expect((await ask(`${id}/pages/${page}`)).status).toBe(404);
  },
);

test('when it is no document, or one that nobody could draw, then it has no pages', async () => {
  const { body: note } = await assets.upload();
  const { body: broken } = await assets.upload({
    name: 'broken.pdf',
    content: Buffer.from('%PDF-1.7\nnothing'),
  });
  await assets.service.renderLoop.idle();
  for (const { id } of [note, broken])
    expect([(await ask(`${id}/pages`)).status, (await ask(`${id}/pages/2`)).status]).toEqual([404, 404]);
});

test('when a page cannot be drawn, then it is not tried again so soon', async () => {
  const { id } = await aBook(2);
  await assets.database.sql.query(`INSERT INTO undrawn_picture VALUES ('${id}', 'page-2', 'time-limit')`);
  expect((await ask(`${id}/pages/2`)).status).toBe(404);
  expect(await keysOf(id)).not.toContain(`renditions/${id}/page-2.webp`);
  await assets.database.sql.query("UPDATE undrawn_picture SET tried_at = now() - interval '11 minutes'");
  expect((await ask(`${id}/pages/2`)).status).toBe(200);
});

test('when somebody comes through a share, then share is asked, for the count and for each page', async () => {
  const { id } = await aBook(2);
  for (const path of [`${id}/pages`, `${id}/pages/2`]) {
    const through = `${path}?shareId=${IDS.share}`;
    expect((await ask(through, aGuest())).status).toBe(404);
    assets.share.state.visible.add(`${IDS.share} ${id}`);
    expect((await ask(through, aGuest())).status).toBe(200);
    assets.share.state.visible.clear();
    expect((await ask(through, aGuest())).status).toBe(404);
    expect((await ask(path, aUser({ domainIds: [] }))).status).toBe(404);
  }
});

test('when the document is removed, then so are its pages', async () => {
  const { id } = await aBook(2);
  await ask(`${id}/pages/2`);
  await assets.remove(id);
  await assets.database.sql.query("UPDATE object_to_delete SET delete_after = now() - interval '1 second'");
  await assets.runJob('asset.delete-objects');
  expect(await keysOf(id)).toEqual([]);
});
