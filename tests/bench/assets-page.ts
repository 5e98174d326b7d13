// Measures the assets page with 60 assets in a real browser:
//   node_modules/.bin/node tests/bench/assets-page.ts [rounds]
// Each round has a session and an empty cache. Prints the median until every thumbnail that the page shows is drawn,
// and what of JavaScript, styles and thumbnails came over the line for it.
import { rm } from 'node:fs/promises';
import type { BrowserContext, Page, Response } from 'playwright-core';
import type { AssetView } from '@vitrine/contracts';
import { type TestBrowser, openBrowser } from '../browser.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { assetsOf, bytesAt } from '../support/main-job.ts';
import { signInTo } from '../support/portal.ts';
import { type RunningVitrine, startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';
import { until } from '../support/until.ts';

interface Visit {
  drawnMs: number;
  thumbnails: number;
  bytes: Record<Part, number>;
}

const PARTS = { script: '.js', style: '.css', image: '/thumbnail' } as const;
type Part = keyof typeof PARTS;

const ASSETS = 60;
const WINDOWS = [
  { name: 'a window of 1680 x 1050', width: 1680, height: 1050 },
  { name: 'a window that shows all 60', width: 1680, height: 3000 },
];
/** What of the page's own world is asked for. */
interface Drawing {
  document: { querySelectorAll: (selector: string) => Iterable<{ complete: boolean; naturalWidth: number }> };
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const copyOf = async (mia: ApiPerson, asset: AssetView, number: number): Promise<void> => {
  const { url } = await mia.post<{ url: string }>('/downloads', { assetIds: [asset.id] });
  const answer = await mia.upload({
    fileName: `${number}-${asset.fileName}`,
    content: await bytesAt(mia, url),
  });
  if (answer.status !== 201) throw new Error(`The upload was answered with ${answer.status}.`);
};

/** Adds copies of the demo's pictures to the domain until it holds 60 assets with a thumbnail each. */
const fillDomain = async (mia: ApiPerson): Promise<void> => {
  const assets = await assetsOf(mia);
  const pictures = assets.filter(
    ({ thumbnailUrl, downloadable, byteSize }) =>
      thumbnailUrl !== null && downloadable && byteSize < 1_000_000,
  );
  for (let number = assets.length; number < ASSETS; number += 1)
    await copyOf(mia, pictures[number % pictures.length]!, number);
  await until(
    'all are drawn',
    async () =>
      (await assetsOf(mia)).some(({ availability }) => availability === 'processing') ? null : true,
    60_000,
  );
};

const partOf = (response: Response): Part | undefined => {
  const { pathname } = new URL(response.url());
  return (Object.keys(PARTS) as Part[]).find((part) => pathname.endsWith(PARTS[part]));
};

const bytesIn = async (responses: readonly Response[]): Promise<Visit['bytes']> => {
  const bytes: Visit['bytes'] = { script: 0, style: 0, image: 0 };
  for (const response of responses) {
    const part = partOf(response);
    if (part !== undefined) bytes[part] += (await response.request().sizes()).responseBodySize;
  }
  return bytes;
};

/** Runs in the page, at each frame. */
const whenAllDrawn = (): Omit<Visit, 'bytes'> | false => {
  const { document } = globalThis as unknown as Drawing;
  const pictures = [...document.querySelectorAll('main article img')];
  const areDrawn = pictures.length > 0 && pictures.every((each) => each.complete && each.naturalWidth > 0);
  return areDrawn && { drawnMs: performance.now(), thumbnails: pictures.length };
};

const visit = async (page: Page, url: string): Promise<Visit> => {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(url, { waitUntil: 'commit' });
  const drawn = await page.waitForFunction(whenAllDrawn, undefined, { polling: 'raf' });
  const { drawnMs, thumbnails } = (await drawn.jsonValue()) as Omit<Visit, 'bytes'>;
  await page.waitForLoadState('networkidle');
  return { drawnMs, thumbnails, bytes: await bytesIn(responses) };
};

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const cookiesOf = async (browser: TestBrowser, vitrine: RunningVitrine): Promise<Cookies> => {
  const context = await browser.newPerson();
  await signInTo(vitrine, await context.newPage(), 'mia@demo.test');
  const cookies = await context.cookies();
  await context.close();
  return cookies;
};

/** Somebody with a session, but with nothing of the page in the cache. */
const round = async (
  browser: TestBrowser,
  url: string,
  cookies: Cookies,
  size: (typeof WINDOWS)[number],
): Promise<Visit> => {
  const context = await browser.newPerson();
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.setViewportSize(size);
  const measured = await visit(page, url);
  await context.close();
  return measured;
};

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

const tell = (name: string, visits: readonly Visit[]): void => {
  const times = visits.map(({ drawnMs }) => drawnMs);
  const [{ thumbnails, bytes }] = visits as [Visit];
  console.log(
    `${name}: ${thumbnails} thumbnails drawn after ${median(times).toFixed(0)} ms (median of ${times.length}: ` +
      `${times.map((time) => time.toFixed(0)).join(', ')})`,
  );
  console.log(
    `  over the line: JavaScript ${inKilobytes(bytes.script)}, styles ${inKilobytes(bytes.style)}, ` +
      `thumbnails ${inKilobytes(bytes.image)}`,
  );
};

const rounds = Number(process.argv[2] ?? '5');
const folder = await temporaryFolder();
const vitrine = await startVitrineOn(folder);
const browser = await openBrowser();
try {
  await fillDomain(await signedIn(vitrine.url, 'mia@demo.test'));
  const cookies = await cookiesOf(browser, vitrine);
  for (const size of WINDOWS) {
    const visits: Visit[] = [];
    for (let number = 0; number < rounds; number += 1)
      visits.push(await round(browser, vitrine.url, cookies, size));
    tell(size.name, visits);
  }
} finally {
  await browser.close();
  await vitrine.discard();
  await rm(folder, { recursive: true, force: true });
}
