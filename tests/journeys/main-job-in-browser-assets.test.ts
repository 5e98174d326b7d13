import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, SessionView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { PNG, assetsOf, fitAssetsOf, sha256 } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { unzip } from '../support/unzip.ts';

const { button, tile } = portal;

let journey: Journey | null = null;
let window: portal.Portal;
let mia: ApiPerson;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  window = await journey.newWindow();
}, 180_000);
afterAll(() => journey?.close());

const names = (assets: readonly AssetView[]): string[] => assets.map(({ fileName }) => fileName);

const firstName = async (domainId?: string): Promise<string> =>
  names(await assetsOf(mia, domainId === undefined ? '' : `&domainId=${domainId}`))[0] ?? 'no asset';

inBrowser('navigate to an assets page in your portal: signed in, its thumbnails are there', async () => {
  const { page } = window;
  await page.goto(journey!.vitrine.url);
  await portal.fillSignIn(page, 'mia@demo.test', 'not this one');
  await page.getByRole('alert').filter({ hasText: 'The email or the password is not right.' }).waitFor();
  await portal.fillSignIn(page, 'mia@demo.test');
  await page.getByRole('heading', { name: 'Assets' }).waitFor();
  const [newest] = (await assetsOf(mia)).filter(({ thumbnailUrl }) => thumbnailUrl !== null);
  await portal.drawn(tile(page, newest?.fileName ?? ''));
});

inBrowser(
  'to switch domain, expand the Domains menu at the top-right and select the required domain',
  async () => {
    const { page } = window;
    const ofBrand = await firstName();
    await tile(page, ofBrand).waitFor();
    await button(page, 'Domains: Brand').click();
    await page.getByRole('menuitem', { name: 'Campaigns' }).click();
    await button(page, 'Domains: Campaigns').waitFor();
    await tile(page, ofBrand).waitFor({ state: 'detached' });
    const { domains } = await mia.get<SessionView>('/session');
    const [ofCampaigns] = await assetsOf(mia, `&domainId=${domains[1]?.id ?? ''}`);
    await tile(page, ofCampaigns?.fileName ?? '').waitFor();
    await button(page, 'Domains: Campaigns').click();
    await page.getByRole('menuitem', { name: 'Brand' }).click();
    await tile(page, ofBrand).waitFor();
  },
);

inBrowser('files that are chosen are uploaded with their progress, and become assets', async () => {
  const { page } = window;
  const connection = await page.context().newCDPSession(page);
  const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
  await connection.send('Network.emulateNetworkConditions', line);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Upload').click()]);
  await chooser.setFiles([
    { name: 'chosen dot.png', mimeType: 'image/png', buffer: PNG },
    { name: 'chosen.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(6_000_000, 7) },
  ]);
  const uploads = page.getByRole('region', { name: 'Uploads' });
  await uploads.getByRole('progressbar', { name: 'All uploads' }).waitFor();
  // It was seen: the rest of it need not take as long.
  await connection.send('Network.emulateNetworkConditions', { ...line, uploadThroughput: -1 });
  await uploads.getByText('2 files uploaded').waitFor();
  await tile(page, 'chosen.bin').waitFor();
  await portal.drawn(tile(page, 'chosen dot.png'));
  await button(uploads, 'Close uploads').click();
});

inBrowser('files that are dropped are uploaded too, and an empty one is refused in words', async () => {
  const { page } = window;
  const files = [
    { name: 'dropped dot.png', content: PNG },
    { name: 'nothing.txt', content: Buffer.alloc(0) },
  ];
  await portal.drop(page, files, () => page.getByText('The files become assets of Brand').waitFor());
  await portal.drawn(tile(page, 'dropped dot.png'));
  const uploads = page.getByRole('region', { name: 'Uploads' });
  await uploads.getByText('The file has no content, so it was not kept.').waitFor();
  await uploads.getByText('1 file uploaded, 1 failed').waitFor();
  await button(uploads, 'Close uploads').click();
});

inBrowser('select the download icon below an asset thumbnail to download it to your browser', async () => {
  const { page } = window;
  const asset = (await fitAssetsOf(mia)).find(({ kind }) => kind === 'pdf')!;
  const found = await portal.find(page, asset.fileName);
  const file = await portal.taken(page, () => button(found, `Download ${asset.fileName}`).click());
  expect(file.fileName).toBe(asset.fileName);
  expect(sha256(file.bytes)).toBe(asset.sha256);
  await portal.search(page, '');
});

inBrowser(
  'to download multiple assets, select the required checkboxes and select the download icon in the toolbar',
  async () => {
    const { page } = window;
    const wanted = (await fitAssetsOf(mia)).slice(2, 5);
    await portal.select(page, names(wanted));
    await page
      .getByRole('status')
      .filter({ hasText: /3 selected \d/ })
      .waitFor();
    const { bytes } = await portal.taken(page, () => button(page, 'Download').click());
    const files = await unzip(bytes);
    expect([...files.keys()].sort()).toEqual(names(wanted).sort());
    expect([...files.values()].map(sha256).sort()).toEqual(wanted.map((asset) => asset.sha256).sort());
    await button(page, 'Clear all').click();
  },
);

inBrowser('to select all visible assets, use the Select Visible checkbox', async () => {
  const { page } = window;
  await button(page, 'Kind: Any kind').click();
  await page.getByRole('menuitemradio', { name: 'Image' }).click();
  await page.waitForURL(/kind=image/);
  const all = await assetsOf(mia, '&kind=image');
  await page
    .getByRole('status')
    .filter({ hasText: `${all.length} asset` })
    .waitFor();
  await page.getByRole('checkbox', { name: 'Select Visible' }).check();
  await page
    .getByRole('status')
    .filter({ hasText: `${all.length} selected` })
    .waitFor();
  const { bytes } = await portal.taken(page, () => button(page, 'Download').click());
  const downloadable = all.filter((asset) => asset.downloadable);
  expect(downloadable.length).toBeGreaterThan(1);
  const files = await unzip(bytes);
  expect([...files.values()].map(sha256).sort()).toEqual(downloadable.map((asset) => asset.sha256).sort());
  await page.getByText(`${all.length - downloadable.length} assets were left out`).waitFor();
  await button(page, 'Dismiss').click();
  await page.getByRole('checkbox', { name: 'Select Visible' }).uncheck();
  await page.getByText('Nothing selected').waitFor();
  await button(page, 'Kind: Image').click();
  await page.getByRole('menuitemradio', { name: 'Any kind' }).click();
});

inBrowser(
  'assets marked as Unavailable and assets whose expiry date has passed cannot be downloaded',
  async () => {
    const { page } = window;
    const [unavailable] = await assetsOf(mia, '&availability=unavailable');
    const [expired] = await assetsOf(mia, '&availability=expired');
    for (const [asset, label] of [[unavailable!, 'Unavailable'] as const, [expired!, 'Expired'] as const]) {
      const found = await portal.find(page, asset.fileName);
      await found.getByText(label, { exact: true }).waitFor();
      expect(await button(found, `Download ${asset.fileName}`).count()).toBe(0);
    }
    await portal.select(page, names([unavailable!, expired!]));
    await button(page, 'Download').click();
    const notice = page.getByRole('region', { name: 'Notices' });
    await notice.getByText('Nothing was downloaded').waitFor();
    const leftOut = notice.getByRole('list', { name: 'Left out of the download' });
    expect(await leftOut.getByRole('listitem').count()).toBe(2);
  },
);

inBrowser('and all the while the page asks nobody else, and complains of nothing', async () => {
  expect(window.troubles).toEqual([]);
  expect(window.refusals).toEqual([
    '401 GET /api/v1/session',
    '401 POST /api/v1/session',
    '400 POST /api/v1/assets',
    '409 POST /api/v1/downloads',
  ]);
});
