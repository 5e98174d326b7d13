import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DomainCreatedV1, DomainUpdatedV1, filesOfColumns } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import fc from 'fast-check';
import { aGuest, aUser } from '../src/testing/actors.ts';
import { IDS, anAsset } from '../src/testing/an-asset.ts';
import { type AssetServiceUnderTest, anAssetService } from './an-asset-service.ts';

let assets: AssetServiceUnderTest;
beforeAll(async () => {
  assets = await anAssetService();
});
afterAll(() => assets.close());

const download = { kind: 'service' as const, service: 'download' };
const uploaded = async (actor = aUser()): Promise<string> => (await assets.upload({ actor })).body.id;

test('when a person asks for assets of theirs, then the facts come in that order, each once', async () => {
  const ids = [await uploaded(), await uploaded(), await uploaded()].reverse();
  const asked = [...ids, ids[0]!.toUpperCase()];
  const { body } = await assets.facts(asked, aUser());
  expect(body.assets.map(({ assetId }) => assetId)).toEqual(ids);
  expect(body.assets[0]).toMatchObject({
    ...{ accountId: IDS.account, byteSize: 5, crc32: 0x3610a686, reason: 'still-processing' },
    objectKey: expect.stringMatching(/^originals\//),
  });
  const { body: files } = await assets.files('visible-files', asked, aUser());
  expect(filesOfColumns(files)).toMatchObject(
    body.assets.map(({ assetId, objectKey, sha256, crc32, createdAt }) => ({
      ...{ assetId, objectKey, sha256, crc32, createdAt: Date.parse(createdAt) },
      ...{ domainId: IDS.brand, fileName: 'note.txt', mediaType: 'text/plain', byteSize: 5 },
      ...{ shareable: true, reason: 'still-processing' },
    })),
  );
});

test('when one of them is foreign or unknown, then the whole request is not found', async () => {
  const mine = await uploaded();
  const campaigns = aUser({ domainIds: [IDS.campaigns], currentDomainId: IDS.campaigns });
  const foreign = await uploaded(campaigns);
  for (const ids of [
    [mine, foreign],
    [newId(), mine],
  ]) {
    expect(await assets.facts(ids, aUser())).toMatchObject({ body: { code: 'not-found' } });
    expect(await assets.files('visible-files', ids, aUser())).toMatchObject({ body: { code: 'not-found' } });
  }
  expect((await assets.facts([mine], aGuest())).status).toBe(401);
  expect((await assets.files('visible-files', [mine], aGuest())).status).toBe(401);
});

test('when a service asks, then what there is comes; when anybody else does, then it is not allowed', async () => {
  const id = await uploaded();
  expect((await assets.files('files', [newId(), id], download)).body.assetId).toEqual([id]);
  expect(filesOfColumns((await assets.files('files', [newId()], download)).body)).toEqual([]);
  for (const actor of [aUser(), aGuest()])
    expect((await assets.files('files', [id], actor)).status).toBe(403);
});

test('when 20,000 assets are asked for at once, then they come', async () => {
  const template = anAsset();
  await assets.database.repositories.assets.add({ ...template, objectKey: 'originals/template' });
  await assets.database.sql.query(
    `INSERT INTO asset (id, account_id, domain_id, version, file_name, title, tags, kind, media_type, byte_size, sha256,
       crc32, object_key, availability, is_rendered, has_thumbnail, has_preview, is_expiry_announced, shareable,
       created_at, updated_at)
     SELECT gen_random_uuid(), account_id, $2::uuid, 1, file_name, title, tags, kind, media_type, byte_size, sha256,
       crc32, 'copies/' || n, availability, true, true, true, false, true, created_at, updated_at
     FROM asset, generate_series(1, 20000) AS n WHERE id = $1::uuid`,
    [template.id, IDS.campaigns],
  );
  const rows = await assets.database.sql.query<{ id: string }>(
    `SELECT id FROM asset WHERE object_key LIKE 'copies/%' ORDER BY random()`,
  );
  const ids = rows.map(({ id }) => id);
  const actor = aUser({ domainIds: [IDS.campaigns] });
  const { body } = await assets.facts(ids, actor);
  expect(body.assets.map(({ assetId }) => assetId)).toEqual(ids);
  const { body: files } = await assets.files('visible-files', ids, actor);
  expect(files.assetId).toEqual(ids);
}, 60_000);

test('when many are read at once, then each is what it is when it is read alone', async () => {
  const { assets: kept } = assets.database.repositories;
  const odd = {
    title: 'A "title"\n\\ with 𝒂 and é',
    fileName: 'o\'brien, 1\t2\\\n"3".tif',
    tags: ['a,b', '"', '{}', ''],
  };
  const large = { byteSize: 2 ** 45 + 1, crc32: 0xffffffff, width: null, durationMs: 90_061 };
  const ended = {
    expiresAt: new Date('1999-12-31T23:59:59.999Z'),
    createdAt: new Date('2026-02-28T22:00:00.001Z'),
  };
  const quoted = { fileName: '"quoted" \\ "' };
  const all = [odd, large, ended, quoted].map((unusual) =>
    anAsset({ ...unusual, id: newId(), objectKey: newId() }),
  );
  for (const asset of all) await kept.add(asset);
  const found = await kept.byIds(all.map(({ id }) => id));
  for (const asset of all) {
    expect(found.find(({ id }) => id === asset.id)).toEqual(asset);
    expect(await kept.byId(asset.id)).toEqual(asset);
  }
  expect(await kept.byIds([])).toEqual([]);
  const files = await assets.database.repositories.files.byIds(all.map(({ id }) => id));
  expect(files).toHaveLength(all.length);
  for (const { createdAt, ...file } of files) {
    const asset = all.find(({ id }) => id === file.id);
    expect(asset).toMatchObject({ ...file, createdAt: new Date(createdAt) });
  }
  expect(await assets.database.repositories.files.byIds([])).toEqual([]);
});

test('when the same file is imported twice, even at once, then there is one asset and one object', async () => {
  const data = { domainId: IDS.brand, accountId: IDS.account, version: 1, name: 'Brand' };
  const file = { accountId: IDS.account, domainId: IDS.brand, createdBy: null, fileName: 'twice.txt' };
  const bring = () => assets.service.importFile(file, Readable.from([Buffer.from('the same')]));
  await expect(bring()).rejects.toMatchObject({ code: 'not-found' });
  await assets.bus.publish(aCloudEvent(DomainCreatedV1, { subject: IDS.brand, data }));
  const before = await assets.objectKeys();
  const results = [...(await Promise.all([bring(), bring(), bring()])), await bring()];
  expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(results.map(({ asset }) => asset.id)).size).toBe(1);
  expect(await assets.objectKeys()).toHaveLength(before.length + 1);
  const other = { ...file, accountId: IDS.otherAccount };
  await expect(assets.service.importFile(other, Readable.from(['x']))).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('when events of a domain come repeated and in any order, then the newest is what is known', async () => {
  const versions = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(versions, async (order) => {
      const domainId = newId();
      for (const version of order) {
        const data = { domainId, accountId: IDS.account, version, name: `Name ${version}` };
        const definition = version === 1 ? DomainCreatedV1 : DomainUpdatedV1;
        await assets.bus.publish(aCloudEvent(definition, { subject: domainId, data }));
      }
      const known = await assets.database.repositories.domains.byId(domainId);
      expect(known).toMatchObject({ version: Math.max(...order), name: `Name ${Math.max(...order)}` });
    }),
    { numRuns: 20 },
  );
});
