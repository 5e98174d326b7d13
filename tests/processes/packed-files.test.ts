import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AssetView, DownloadView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { type RunningVitrine, commandLine, startVitrineOn } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';
import { unzip } from '../support/unzip.ts';

/** Fewer are not packed; the rest is of no asset. */
const OTHERS = 1_000;
const PATIENCE_MS = 90_000;
const CONTENTS = ['the first', 'a second', 'and a third'].map((text) => Buffer.from(text));

let vitrine: RunningVitrine;
let person: ApiPerson;
let assets: AssetView[];
const within = (...names: string[]) => path.join(vitrine.dataDir, 'files', ...names);
const packs = async (): Promise<string[]> => readdir(within('packs'));
const packed = () =>
  until('files are packed', async () => ((await packs()).some(isPack) ? true : null), PATIENCE_MS);
const isPack = (name: string): boolean => name.endsWith('.pack');

/** The zip of some assets, opened. */
const zipped = async (ids: readonly string[]): Promise<Buffer[]> => {
  // Until it was looked at an asset is left out.
  const { url } = await until('all are available', async () => {
    const plan = await person.post<DownloadView>('/downloads', { assetIds: ids });
    return plan.excluded.length === 0 ? plan : null;
  });
  const zip = await (await person.fetch(url)).arrayBuffer();
  return [...(await unzip(Buffer.from(zip))).values()];
};

beforeAll(async () => {
  const first = await startVitrine();
  const mia = await signedIn(first.url, 'mia@demo.test');
  assets = [];
  for (const [index, content] of CONTENTS.entries()) {
    const uploaded = await mia.upload({ fileName: `packed-${index}.txt`, content });
    expect(uploaded.status).toBe(201);
    assets.push(uploaded.body as unknown as AssetView);
  }
  await first.interrupt();
  const originals = path.join(first.dataDir, 'files', 'objects', 'originals');
  for (let index = 0; index < OTHERS; index += 1)
    await writeFile(path.join(originals, `other-${index}`), `other ${index}`);
  vitrine = await startVitrineOn(first.dataDir);
  person = await signedIn(vitrine.url, 'mia@demo.test');
}, 180_000);

afterAll(async () => {
  await vitrine.discard();
});

test('when files were packed, then a zip is of what the packs hold, and a file that went missing under it is not missed', async () => {
  await packed();
  const originals = within('objects', 'originals');
  const away = within('objects', 'away');
  await rename(originals, away);
  try {
    expect(await zipped(assets.map(({ id }) => id))).toEqual(CONTENTS);
  } finally {
    await rename(away, originals);
  }
}, 120_000);

test('when packed files are verified, then the packs are too', async () => {
  const { code, printed } = await commandLine(vitrine.dataDir, 'objects', 'verify');
  expect([code, printed]).toEqual([0, printed]);
  expect(printed).toMatch(/\npacks of copies of small objects: 1 read, 0 damaged and removed\n/);
}, 120_000);

test('when a pack is damaged, then verifying names it, and its files are packed anew', async () => {
  const [name = ''] = (await packs()).filter(isPack);
  const bytes = await readFile(within('packs', name));
  bytes[0]! ^= 1;
  await writeFile(within('packs', name), bytes);
  const { code, printed } = await commandLine(vitrine.dataDir, 'objects', 'verify');
  expect([code, printed]).toEqual([0, printed]);
  expect(printed).toContain(`damaged  pack ${within('packs', name)}\n`);
  expect(await zipped(assets.map(({ id }) => id))).toEqual(CONTENTS);
  await packed();
}, 120_000);

test('when a packed asset is deleted, then no pack holds its bytes any more, and the others are downloaded as before', async () => {
  const [gone, ...others] = assets;
  expect((await person.request('DELETE', `/assets/${gone?.id ?? ''}`)).status).toBeLessThan(300);
  const isGone = async () => {
    const contents = await Promise.all(
      (await packs()).map((name) => readFile(within('packs', name)).catch(() => Buffer.of())),
    );
    return contents.some((content) => content.includes(CONTENTS[0] ?? '')) ? null : true;
  };
  await until('no pack holds it', isGone, PATIENCE_MS);
  expect(await zipped(others.map(({ id }) => id))).toEqual(CONTENTS.slice(1));
}, 120_000);
