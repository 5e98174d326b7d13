import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, UploadView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import type { Page } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button, tile } = portal;
const PATIENCE_MS = 50_000;
/** More than is sent by a form, several pieces, and by the line below some 17 s more after the first of them. */
const CONTENT = randomBytes(60_000_000);

let journey: Journey | null = null;
let window: portal.Portal;
let mia: ApiPerson;
let folder: string;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-files-'));
  await writeFile(path.join(folder, 'film.bin'), CONTENT);
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(async () => {
  await journey?.close();
  if (journey !== null) await rm(folder, { recursive: true });
});

const kept = async () => (await mia.get<{ items: UploadView[] }>('/uploads')).items[0]?.receivedByteSize ?? 0;
const choose = async (name: string) => {
  const { page } = window;
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, name).click()]);
  await chooser.setFiles(path.join(folder, 'film.bin'));
};

inBrowser('a large upload that a reload broke off goes on when the same file is chosen again', async () => {
  const { page } = window;
  const connection = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 3_000_000 };
  await connection.send('Network.emulateNetworkConditions', line);
  await choose('Upload');
  await until('a part is kept', async () => ((await kept()) > 0 ? true : null), PATIENCE_MS);
  // From here the rest would take minutes: however slow this machine is, the reload comes before the end.
  await connection.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: 50_000 });
  await page.reload();
  const before = await kept();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(CONTENT.length);
  const unfinished = page.getByRole('region', { name: 'Unfinished uploads' });
  await unfinished.getByText('film.bin').waitFor();
  const offsets: number[] = [];
  page.on('request', (request) => {
    const offset = request.headers()['upload-offset'];
    if (request.method() === 'PATCH' && offset !== undefined) offsets.push(Number(offset));
  });
  await connection.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 });
  await choose('Choose files again');
  await page.getByRole('region', { name: 'Uploads', exact: true }).getByText('1 file uploaded').waitFor();
  expect(offsets[0]).toBeGreaterThanOrEqual(before);
  await tile(page, 'film.bin').waitFor();
  const { items } = await mia.get<Page<AssetView>>('/assets?q=film');
  const sha256 = createHash('sha256').update(CONTENT).digest('hex');
  expect(items.filter(({ fileName }) => fileName === 'film.bin')).toMatchObject([{ sha256 }]);
  expect(window.troubles).toEqual([]);
});

inBrowser(
  'an unfinished upload that goes on elsewhere is followed, and is gone when it is an asset',
  async () => {
    const { page } = window;
    const half = CONTENT.subarray(0, 1_000_000);
    const tus = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
    const made = await mia.fetch('/api/v1/uploads', {
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': String(2 * half.length),
        'upload-metadata': `filename ${Buffer.from('elsewhere.bin').toString('base64')}`,
      },
    });
    const place = new URL(made.headers.get('location')!, journey!.vitrine.url).pathname;
    const send = (offset: number) =>
      mia.fetch(place, { method: 'PATCH', headers: { ...tus, 'upload-offset': String(offset) }, body: half });
    await send(0);
    await page.reload();
    const unfinished = page.getByRole('region', { name: 'Unfinished uploads' });
    await unfinished.getByText('50% sent').waitFor();
    await send(half.length);
    await unfinished.waitFor({ state: 'detached' });
    await tile(page, 'elsewhere.bin').waitFor();
  },
);
