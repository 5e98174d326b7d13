import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetFacts, UserActor } from '@vitrine/contracts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { type Bench, as, openBench } from './testing/open-bench.ts';

let bench: Bench;
let mia: UserActor;
let assets: AssetFacts[];
let folder: string;

beforeAll(async () => {
  bench = await openBench();
  mia = bench.user({ domainIds: [newId(), newId()] });
  assets = [
    await bench.asset(mia, 'a.png'),
    await bench.asset(mia, 'A.png', { domainId: mia.domainIds[1] ?? '' }, 700_000),
    await bench.asset(mia, 'ä "b".png'),
  ];
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-options-'));
});
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

const idsOf = (of: readonly AssetFacts[]) => of.map(({ assetId }) => assetId);
/** Unpacks a zip by a program that is not ours, and checks the sums in it by another. */
const unpacked = async (zip: Buffer, name: string): Promise<string[]> => {
  const [file, into] = [path.join(folder, `${name}.zip`), path.join(folder, name)];
  await writeFile(file, zip);
  execFileSync('python3', ['-m', 'zipfile', '-e', file, into]);
  const said = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS.txt'], { cwd: into });
  return said.toString().trim().split('\n');
};

test('when sums are asked for, then the zip holds them, and they are right', async () => {
  const plan = await bench.downloads.prepare({ assetIds: idsOf(assets), manifest: true }, as(mia));
  expect(plan).toMatchObject({ kind: 'zip', entryCount: 4, manifest: { name: 'SHA256SUMS.txt' } });
  expect(plan.included.map(({ name }) => name)).toEqual(['a.png', 'A (2).png', 'ä _b_.png']);
  const { body, headers } = await bench.get(plan.url);
  expect(body).toHaveLength(plan.byteSize);
  expect(await unpacked(body, 'sums')).toEqual(['a.png: OK', 'A (2).png: OK', 'ä _b_.png: OK']);
  for (const from of [0, 703_000, plan.byteSize - 600, plan.byteSize - 1]) {
    const part = await bench.get(plan.url, {
      headers: { range: `bytes=${from}-`, 'if-range': headers.etag ?? '' },
    });
    expect([part.status, part.body.equals(body.subarray(from))]).toEqual([206, true]);
  }
});

test('when folders by domain are asked for, then each file is in that of its domain', async () => {
  const request = { assetIds: idsOf(assets), manifest: true, folders: 'domain' as const };
  const plan = await bench.downloads.prepare(request, as(mia));
  const names = ['Brand/a.png', 'Brand (2)/A.png', 'Brand/ä _b_.png'];
  expect(plan.included.map(({ name }) => name)).toEqual(names);
  const { body } = await bench.get(plan.url);
  expect(await unpacked(body, 'folders')).toEqual(names.map((name) => `${name}: OK`));
});

test('when neither is asked for, then there is no manifest, and another tag', async () => {
  const plan = await bench.downloads.prepare({ assetIds: idsOf(assets) }, as(mia));
  expect(plan).toMatchObject({ entryCount: 3, manifest: null });
  const tagOf = async (request: object) => {
    const { url } = await bench.downloads.prepare({ assetIds: idsOf(assets), ...request }, as(mia));
    return (await bench.get(url, { method: 'HEAD' })).headers.etag;
  };
  const tags = [await tagOf({}), await tagOf({ manifest: true }), await tagOf({ folders: 'domain' })];
  expect(new Set(tags).size).toBe(3);
  expect(await tagOf({})).toBe(tags[0]);
});

test('when a guest asks for folders by domain, then no: a guest is told of no domain', async () => {
  const { guest } = bench.share(mia, assets);
  const refused = bench.downloads.prepare({ assetIds: idsOf(assets), folders: 'domain' }, as(guest));
  await expect(refused).rejects.toMatchObject({ code: 'invalid-request' });
  const plan = await bench.downloads.prepare({ assetIds: idsOf(assets), manifest: true }, as(guest));
  expect(plan.manifest).toMatchObject({ name: 'SHA256SUMS.txt' });
});
