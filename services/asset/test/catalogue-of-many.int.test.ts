import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DomainCreatedV1 } from '@vitrine/contracts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { runSql } from '@vitrine/platform/testing/run-sql.ts';
import { aGuest, aUser } from '../src/testing/actors.ts';
import { IDS } from '../src/testing/an-asset.ts';
import { type AssetServiceUnderTest, anAssetService } from './an-asset-service.ts';

const COPIES = 1_200;
/** The asset of the domain again and again, each with a word of its own. */
const COPY = `
  INSERT INTO asset (id, account_id, domain_id, version, file_name, title, tags, kind, media_type, byte_size, sha256,
    crc32, object_key, availability, is_rendered, has_thumbnail, has_preview, is_expiry_announced, shareable, created_at,
    updated_at)
  SELECT gen_random_uuid(), account_id, domain_id, version, 'harbour-' || lpad(number::text, 6, '0') || '.txt', title, tags,
    kind, media_type, byte_size, sha256, crc32, 'copy/' || number, availability, is_rendered, has_thumbnail, has_preview,
    is_expiry_announced, shareable, created_at - number * interval '1 minute', updated_at
  FROM asset, generate_series(1, $1::int) AS number`;

let assets: AssetServiceUnderTest;
beforeAll(async () => {
  assets = await anAssetService();
  const domain = { domainId: IDS.brand, accountId: IDS.account, version: 1, name: 'Brand' };
  await assets.bus.publish(aCloudEvent(DomainCreatedV1, { subject: IDS.brand, data: domain }));
  const file = { accountId: IDS.account, domainId: IDS.brand, createdBy: null, fileName: 'quay.txt' };
  await assets.service.importFile(file, Readable.from([Buffer.from('a text')]));
  await assets.service.renderLoop.idle();
  await runSql(assets.database.url, COPY, [COPIES]);
});
afterAll(() => assets.close());

const found = async (query: Record<string, string>) => {
  const { body } = await assets.list(new URLSearchParams(query).toString());
  return { total: body.total, first: body.items[0]?.fileName };
};

test('when many have the words, then all of them are found and counted, in their order', async () => {
  expect(await found({ q: 'harbour' })).toEqual({ total: COPIES, first: 'harbour-000001.txt' });
  expect(await found({ q: 'harb', sort: 'oldest' })).toEqual({ total: COPIES, first: 'harbour-001200.txt' });
  expect(await found({ q: 'harbour', kind: 'text' })).toMatchObject({ total: COPIES });
  expect(await found({ q: 'harbour', kind: 'image' })).toEqual({ total: 0, first: undefined });
});

test('when one of many has the word, then it alone is found', async () => {
  expect(await found({ q: '001200' })).toEqual({ total: 1, first: 'harbour-001200.txt' });
  expect(await found({ q: 'harbour 000777' })).toEqual({ total: 1, first: 'harbour-000777.txt' });
});

test('when many have only a word like it, then a thousand of them are found', async () => {
  expect(await found({ q: 'harbuor' })).toMatchObject({ total: 1_000 });
  expect(await found({ q: 'harbuor', kind: 'image' })).toMatchObject({ total: 0 });
  expect(await found({ q: 'harbuor zeppelin' })).toMatchObject({ total: 0 });
});

test('when a page somewhere in the list is asked for, then it holds what the pages up to there lead to', async () => {
  for (const query of ['', '&sort=name', '&q=harbour&sort=smallest', '&kind=text&sort=oldest']) {
    const { body: first } = await assets.list(`limit=200${query}`);
    const { body: second } = await assets.list(`limit=50&cursor=${first.nextCursor}${query}`);
    const { body: there } = await assets.list(`limit=50&offset=200${query}`);
    expect(there).toEqual(second);
  }
  const { body: beyond } = await assets.list('offset=5000');
  expect(beyond).toEqual({ items: [], nextCursor: null, total: COPIES + 1 });
  for (const offset of ['-1', '1.5', 'x', '99999999999'])
    expect(await assets.list(`offset=${offset}`)).toMatchObject({ status: 400 });
});

test('when all that match are outlined, then they come in the order of the list, with what the list tells', async () => {
  for (const query of ['', 'sort=name', 'q=harbour&sort=oldest', 'kind=text']) {
    const { body: listed } = await assets.list(`limit=200&${query}`);
    const { body: outline } = await assets.outline(query);
    expect(outline.id).toHaveLength(listed.total);
    expect(outline.id.slice(0, 200)).toEqual(listed.items.map(({ id }) => id));
    expect(outline.byteSize.slice(0, 200)).toEqual(listed.items.map(({ byteSize }) => byteSize));
    expect(outline.kind.slice(0, 200)).toEqual(listed.items.map(({ kind }) => kind));
    expect(outline.hasThumbnail.slice(0, 200)).toEqual(
      listed.items.map(({ thumbnailUrl }) => thumbnailUrl !== null),
    );
  }
});

test('when a part of them is outlined, then it is that part; and nothing where nothing matches', async () => {
  const { body: all } = await assets.outline();
  const { body: part } = await assets.outline('offset=300&limit=70');
  expect(part.id).toEqual(all.id.slice(300, 370));
  const none = { id: [], byteSize: [], kind: [], hasThumbnail: [] };
  expect((await assets.outline('kind=video')).body).toEqual(none);
  expect((await assets.outline('offset=5000')).body).toEqual(none);
});

test('when the domain is not mine, then there is no outline of it', async () => {
  const stranger = aUser({ domainIds: [IDS.campaigns], currentDomainId: IDS.campaigns });
  expect(await assets.outline(`domainId=${IDS.brand}`, stranger)).toMatchObject({ status: 404 });
  expect((await assets.outline('', aUser({ domainIds: [], currentDomainId: null }))).body.id).toEqual([]);
  expect((await assets.outline('', aGuest())).status).toBe(401);
});
