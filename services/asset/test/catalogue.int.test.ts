import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DomainCreatedV1 } from '@vitrine/contracts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { aGuest, aUser } from '../src/testing/actors.ts';
import { IDS } from '../src/testing/an-asset.ts';
import { type AssetServiceUnderTest, anAssetService } from './an-asset-service.ts';

const day = 24 * 3_600_000;
const soon = new Date(Date.now() + day);
const past = new Date(Date.now() - day);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** File name, title, tags, content, and what else is to be said of each. */
const SAMPLES = [
  ['acme_ss27_dunes-dusk_4x5.png', 'Autumn campaign – dunes at dusk', ['landscape'], png, {}],
  ['acme_ss27_night-sky.png', 'Night sky over Zürich', ['landscape', 'blue'], png, { expiresAt: soon }],
  ['shot 10.txt', 'Shot 10', ['set'], 'ten', {}],
  ['shot 2.txt', 'shot 2', ['set'], 'twooo', { availability: 'unavailable' }],
  ['price-list.txt', 'Price list', [], '100 %', { expiresAt: past }],
  [
    'under_score.txt',
    'A_B "quoted" 100%',
    ['O’Neill'],
    'a longer text than the others',
    { shareable: false },
  ],
] as const;

let assets: AssetServiceUnderTest;
beforeAll(async () => {
  assets = await anAssetService();
  const domain = { domainId: IDS.brand, accountId: IDS.account, version: 1, name: 'Brand' };
  await assets.bus.publish(aCloudEvent(DomainCreatedV1, { subject: IDS.brand, data: domain }));
  for (const [fileName, title, tags, content, more] of SAMPLES) {
    const file = {
      accountId: IDS.account,
      domainId: IDS.brand,
      createdBy: null,
      fileName,
      title,
      tags,
      ...more,
    };
    await assets.service.importFile(file, Readable.from([Buffer.from(content)]));
  }
  await assets.service.renderLoop.idle();
});
afterAll(() => assets.close());

const found = async (query: Record<string, string>): Promise<string[]> => {
  const { status, body } = await assets.list(new URLSearchParams({ sort: 'name', ...query }).toString());
  expect(status).toBe(200);
  expect(body.total).toBe(body.items.length);
  return body.items.map(({ fileName }) => fileName);
};
const dunes = SAMPLES[0][0];
const sky = SAMPLES[1][0];

test('when nothing is asked for, then all assets of the current domain come, newest first', async () => {
  const { body } = await assets.list();
  expect(body.items.map(({ fileName }) => fileName)).toEqual(SAMPLES.map(([fileName]) => fileName).reverse());
  expect(body).toMatchObject({ total: 6, nextCursor: null });
});

test.each([
  ['newest', ['under_score.txt', 'price-list.txt', 'shot 2.txt', 'shot 10.txt', sky, dunes]],
  ['oldest', [dunes, sky, 'shot 10.txt', 'shot 2.txt', 'price-list.txt', 'under_score.txt']],
  ['name', ['under_score.txt', dunes, sky, 'price-list.txt', 'shot 2.txt', 'shot 10.txt']],
  ['largest', [sky, dunes, 'under_score.txt', 'shot 2.txt', 'price-list.txt', 'shot 10.txt']],
  ['smallest', ['shot 10.txt', 'shot 2.txt', 'price-list.txt', 'under_score.txt', dunes, sky]],
])('when sorted by %s, then page by page gives the same as one page', async (sort, expected) => {
  const whole = await found({ sort });
  if (sort === 'largest' || sort === 'smallest') expect(new Set(whole)).toEqual(new Set(expected));
  else expect(whole).toEqual(expected);
  const paged: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await assets.list(
      new URLSearchParams({ sort, limit: '2', ...(cursor === '' ? {} : { cursor }) }).toString(),
    );
    paged.push(...body.items.map(({ fileName }) => fileName));
    expect(body.total).toBe(6);
    cursor = body.nextCursor;
  }
  expect(paged).toEqual(whole);
});

test.each([
  ['dunes', [dunes]],
  ['DUNES dusk', [dunes]],
  ['dusk dun', [dunes]],
  ['ss27', [dunes, sky]],
  ['acme_ss27_night-sky.png', [sky]],
  ['zurich', [sky]],
  ['Zürich', [sky]],
  ['oneill', ['under_score.txt']],
  ["O'Neill", ['under_score.txt']],
  ['landscape', [dunes, sky]],
  ['dunse', [dunes]],
  ['campaing dusk', [dunes]],
  ['dunes list', []],
  ['xyzzy', []],
  ['%', []],
  ['_', []],
  ["' OR 1=1 --", []],
  ['"quoted', ['under_score.txt']],
  ['\\ & | ! ( ) : * <->', []],
  ['🏜', []],
])('when %j is looked for, then %j is found', async (q, expected) => {
  expect(await found({ q })).toEqual(expected);
});

test.each([
  [{ kind: 'image' }, [dunes, sky]],
  [{ kind: 'text', q: 'shot' }, ['shot 2.txt', 'shot 10.txt']],
  [{ availability: 'unavailable' }, ['shot 2.txt']],
  [{ availability: 'expired' }, ['price-list.txt']],
  [{ availability: 'available' }, ['under_score.txt', dunes, sky, 'shot 10.txt']],
  [{ availability: 'processing' }, []],
])('when filtered by %j, then %j is left', async (query, expected) => {
  expect(await found(query)).toEqual(expected);
});

test('when a cursor is forged, of another order, or not fit for the query, then the request is invalid', async () => {
  const first = await assets.list('sort=name&limit=1');
  const forged = (key: string, sort: string) =>
    Buffer.from(JSON.stringify({ sort, key, id: IDS.share })).toString('base64url');
  for (const query of [
    `sort=newest&cursor=${String(first.body.nextCursor)}`,
    'cursor=nonsense',
    `sort=largest&cursor=${forged('1; DROP TABLE asset', 'largest')}`,
    `sort=newest&cursor=${forged('0000-01-01T00:00:00Z', 'newest')}`,
    `sort=name&cursor=${forged('\u0000', 'name')}`,
  ])
    expect(await assets.list(query)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test('when the domain is foreign or there is none, then nothing of it is seen', async () => {
  expect(await assets.list(`domainId=${IDS.foreign}`)).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  });
  const homeless = aUser({ domainIds: [], currentDomainId: null });
  expect((await assets.list('', homeless)).body).toEqual({ items: [], nextCursor: null, total: 0 });
  expect((await assets.list('', aGuest())).status).toBe(401);
  expect((await assets.list('limit=1000')).status).toBe(400);
});
