import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetFacts, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { ask } from './testing/ask.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;
let asset: AssetFacts;
beforeAll(async () => {
  bench = await openBench();
  mia = bench.user();
  asset = await bench.asset(mia, 'a.png');
});
afterAll(() => bench.close());

const codeOf = async (request: object): Promise<unknown> => {
  try {
    return await bench.downloads.prepare(request as never, as(mia));
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

test('when the list of ids is empty, too long or of something else, then it is refused and nothing is planned', async () => {
  await bench.told();
  const tooMany = Array.from({ length: 100_001 }, newId);
  for (const assetIds of [[], tooMany, ['x'], [null], asset.assetId, { 0: asset.assetId }, undefined])
    expect(await codeOf({ assetIds })).toBe('invalid-request');
  for (const odd of [{ shareId: 'x' }, { manifest: 'yes' }, { folders: 'kind' }, { shareId: [newId()] }])
    expect(await codeOf({ assetIds: [asset.assetId], ...odd })).toBe('invalid-request');
  expect(await bench.told()).toEqual([]);
});

test('when the same asset is asked for often, in whatever case, then it is one file', async () => {
  const assetIds = [asset.assetId, asset.assetId.toUpperCase(), asset.assetId];
  const { kind, entryCount } = await bench.downloads.prepare({ assetIds }, as(mia));
  expect([kind, entryCount]).toEqual(['file', 1]);
});

test('when a name has 300 emoji, then it is cut between them, keeps its extension and can be sent', async () => {
  const named = await bench.asset(mia, `${'👩‍🚀'.repeat(300)}.png`);
  const { fileName, url } = await bench.downloads.prepare({ assetIds: [named.assetId] }, as(mia));
  expect(Buffer.byteLength(fileName)).toBeLessThanOrEqual(255);
  expect(fileName).toMatch(/^👩.*\.png$/u);
  expect(fileName.isWellFormed()).toBe(true);
  const { headers, body } = await bench.get(url);
  expect(body).toHaveLength(named.byteSize);
  expect(decodeURIComponent(headers['content-disposition']?.split("UTF-8''")[1] ?? '')).toBe(fileName);
});

test.each([
  ['bytes', 200],
  ['bytes=', 200],
  ['bytes=-', 200],
  ['bytes=a-b', 200],
  ['bytes=9-3', 200],
  ['bytes=-1-5', 200],
  ['items=0-1', 200],
  ['bytes=0-1,3-4', 200],
  ['bytes=0x1-2', 200],
  ['bytes=1e3-', 200],
  ['bytes=1 - 2', 200],
  [`bytes=0-${'9'.repeat(400)}`, 206],
  [`bytes=${'9'.repeat(400)}-`, 416],
  ['bytes=2000-', 416],
  ['bytes=-0', 416],
])('when the range is %j, then the answer is %i', async (range, expected) => {
  const { url, byteSize } = await bench.downloads.prepare({ assetIds: [asset.assetId] }, as(mia));
  const { status, headers, body } = await bench.get(url, { headers: { range } });
  expect(status).toBe(expected);
  if (status === 416) expect(headers['content-range']).toBe(`bytes */${byteSize}`);
  else expect(body).toHaveLength(byteSize);
});

test('when the ticket is of every wrong form, then there is nothing, quickly', async () => {
  const wrong = [
    '',
    '%00',
    '%ff',
    '..%2f',
    'A'.repeat(43),
    'A'.repeat(8_000),
    "'%20OR%201=1--",
    '%F0%9F%98%80',
  ];
  for (const ticket of wrong) {
    const { status } = await ask(`${bench.origin}/d/${ticket}`, {});
    expect([ticket.slice(0, 50), status >= 400 && status < 500]).toEqual([ticket.slice(0, 50), true]);
  }
});
