import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, DownloadView } from '@vitrine/contracts';
import type { Download, Locator } from 'playwright-core';
import { type TestBrowser, chromiumInstalled, openBrowser } from '../browser.ts';
import { signedIn } from '../support/api-person.ts';
import { inBrowser } from '../support/browser-journey.ts';
import { startVitrine } from '../support/demo.ts';
import { type HeldLine, openHeldLine } from '../support/held-line.ts';
import { PNG, assetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';

const { button } = portal;
const PATIENCE_MS = 45_000;
const PASSED_BYTE_SIZE = 20_000_000;

let line: HeldLine;
let vitrine: RunningVitrine;
let browser: TestBrowser;
let window: portal.Portal;
let download: Download;
/** The largest of the demo, a small one, and one that cannot be had. */
let wanted: AssetView[];

beforeAll(async () => {
  if (!chromiumInstalled.met) return;
  line = await openHeldLine(PASSED_BYTE_SIZE);
  vitrine = await startVitrine({ PUBLIC_URL: line.url });
  line.leadTo(vitrine.url);
  const mia = await signedIn(vitrine.url, 'mia@demo.test');
  const assets = await assetsOf(mia);
  const bySize = assets
    .filter(({ downloadable }) => downloadable)
    .sort((one, other) => other.byteSize - one.byteSize);
  wanted = [bySize[0]!, bySize.at(-1)!, assets.find(({ availability }) => availability === 'unavailable')!];
  browser = await openBrowser();
  const throughLine = { ...vitrine, url: line.url };
  window = await portal.openPortal(browser, throughLine);
  await portal.signInTo(throughLine, window.page, 'mia@demo.test');
}, 180_000);
afterAll(async () => {
  if (!chromiumInstalled.met) return;
  await browser.close();
  await line.close();
  await vitrine.discard();
}, 60_000);

const panel = () => window.page.getByRole('region', { name: 'Downloads' });
const bar = () => panel().getByRole('progressbar');

const isUnderWay = (): Promise<true> =>
  until(
    'a part was sent',
    async () => {
      const percent = Number(await bar().getAttribute('aria-valuenow'));
      return percent > 0 && percent < 100 ? true : null;
    },
    PATIENCE_MS,
  );

const edgesOf = async (place: Locator) => {
  const box = await place.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return { left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
};

inBrowser('a download shows how far it is, what is in it and what was left out', async () => {
  const { page } = window;
  await portal.select(
    page,
    wanted.map(({ fileName }) => fileName),
  );
  const prepared = page.waitForResponse((response) => response.url().endsWith('/api/v1/downloads'));
  [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Download').click()]);
  const { fileName, included, excluded } = (await (await prepared).json()) as DownloadView;
  expect([included.length, excluded.length]).toEqual([2, 1]);
  await panel().getByText('Downloading 1 item').waitFor();
  await isUnderWay();
  await button(panel(), `2 files, 1 left out in ${fileName}`).click();
  const inIt = panel().getByRole('list', { name: 'In the download' }).getByRole('listitem');
  await inIt.nth(1).waitFor();
  expect(await inIt.count()).toBe(2);
  await panel().getByRole('list', { name: 'Left out of the download' }).getByText('Unavailable').waitFor();
});

inBrowser('it stands beside the uploads, and on a phone above them and above the selection', async () => {
  const { page } = window;
  const content = Buffer.concat([PNG, Buffer.from(String(Date.now()))]);
  await portal.drop(page, [{ name: 'beside.png', content }], () =>
    page.getByText('Drop to upload').waitFor(),
  );
  const uploads = page.getByRole('region', { name: 'Uploads' });
  await uploads.getByText('1 file uploaded').waitFor();
  await until('both stand beside each other', async () =>
    (await edgesOf(uploads)).right < (await edgesOf(panel())).left ? true : null,
  );
  await page.setViewportSize({ width: 390, height: 800 });
  const sheet = button(page, 'Clear all');
  await until('all three stand above each other', async () => {
    const [over, middle, under] = [await edgesOf(uploads), await edgesOf(panel()), await edgesOf(sheet)];
    return over.bottom < middle.top && middle.bottom < under.top ? true : null;
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  await button(uploads, 'Close uploads').click();
});

inBrowser('it is there again after a reload, ends as completed, and is gone when it was closed', async () => {
  const { page } = window;
  await page.reload();
  await panel().getByText('Downloading 1 item').waitFor();
  await isUnderWay();
  line.letGo();
  await panel().getByRole('img', { name: 'Downloaded' }).waitFor();
  expect((await stat(await download.path())).size).toBeGreaterThan(wanted[0]!.byteSize);
  await button(panel(), 'Close downloads').click();
  await panel().waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('article').first().waitFor();
  expect(await panel().count()).toBe(0);
  expect(window.troubles).toEqual([]);
});
