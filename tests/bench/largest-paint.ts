// When the largest part of the first pages is painted on a throttled connection, and how much of them jumps until they
// are at rest: the assets page of somebody signed in, and a guest's page, each with an empty cache, on a phone and wide.
//   node_modules/.bin/node tests/bench/largest-paint.ts [rounds [address]]   of a system that runs, with its demo, or of one that is started for it
import { loadavg } from 'node:os';
import type { CDPSession, Page } from 'playwright-core';
import { type TestBrowser, openBrowser } from '../browser.ts';
import { type FirstPage, carrySession, firstPagesOf } from '../support/first-pages.ts';
import { systemAt } from '../support/system-at.ts';

interface Line {
  name: string;
  megabitsPerSecond: number;
  roundTripMs: number;
}
interface Paint {
  first: number;
  largest: number;
  shift: number;
  /** What was largest. */
  what: string;
}
interface Entry {
  startTime: number;
  value: number;
  element?: { nodeName: string } | null;
}
/** What of the page's own world is asked for. */
interface Watched {
  document: { querySelectorAll: (selector: string) => Iterable<{ complete: boolean }> };
  seen: Record<string, Entry[]>;
  PerformanceObserver: new (take: (list: { getEntries: () => Entry[] }) => void) => {
    observe: (options: object) => void;
  };
}

const LINES: Line[] = [
  { name: '10 Mbit/s, 40 ms', megabitsPerSecond: 10, roundTripMs: 40 },
  // What Lighthouse takes for a slow 4G; here with the processor as it is.
  { name: '1.6 Mbit/s, 150 ms', megabitsPerSecond: 1.6, roundTripMs: 150 },
];
const WIDTHS = [390, 1680];
const REST_MS = 1_500;

/** Runs in the page, before anything of it does. */
const watchPaints = (): void => {
  const here = globalThis as unknown as Watched;
  here.seen = {};
  for (const type of ['paint', 'largest-contentful-paint', 'layout-shift']) {
    const entries: Entry[] = (here.seen[type] = []);
    new here.PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
      type,
      buffered: true,
    });
  }
};

/** Runs in the page: whether every picture that it shows is there. */
const areDrawn = (): boolean => {
  const { document } = globalThis as unknown as Watched;
  return [...document.querySelectorAll('article img')].every(({ complete }) => complete);
};

/** Runs in the page. */
const paintsSeen = (): Paint => {
  const { seen } = globalThis as unknown as Watched;
  const of = (type: string): Entry[] => seen[type] ?? [];
  const [first, largest] = [of('paint').at(-1), of('largest-contentful-paint').at(-1)];
  return {
    first: first?.startTime ?? Number.NaN,
    largest: largest?.startTime ?? Number.NaN,
    shift: of('layout-shift').reduce((sum, { value }) => sum + value, 0),
    // What is drawn early is closed to scripts: its elements have no name.
    what: largest === undefined ? 'nothing' : (largest.element?.nodeName ?? 'drawn early'),
  };
};

const throttle = (devtools: CDPSession, { megabitsPerSecond, roundTripMs }: Line): Promise<unknown> => {
  const bytesPerSecond = (megabitsPerSecond * 1e6) / 8;
  return devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
};

const paintsOf = async (page: Page, url: string): Promise<Paint> => {
  await page.goto(url);
  await page.locator('article img').first().waitFor();
  await page.waitForFunction(areDrawn);
  await page.waitForTimeout(REST_MS);
  return page.evaluate(paintsSeen);
};

const visit = async (browser: TestBrowser, first: FirstPage, width: number, line: Line): Promise<Paint> => {
  const context = await browser.newPerson();
  await carrySession(context, new URL(first.url).origin, first.cookie);
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.addInitScript(watchPaints);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await throttle(devtools, line);
  const paint = await paintsOf(page, first.url);
  await context.close();
  return paint;
};

const spread = (values: readonly number[], inWords: (value: number) => string): string => {
  const [least, median, most] = [0, Math.floor(values.length / 2), values.length - 1].map((place) =>
    inWords(values.toSorted((one, other) => one - other)[place] ?? Number.NaN),
  );
  return `${median} (${least} to ${most})`;
};
const inMs = (value: number): string => value.toFixed(0);

const tell = (name: string, paints: readonly Paint[]): void =>
  console.log(
    `| ${name} | ${spread(
      paints.map(({ first }) => first),
      inMs,
    )} | ${spread(
      paints.map(({ largest }) => largest),
      inMs,
    )} | ${Math.max(...paints.map(({ shift }) => shift)).toFixed(4)} | ${[...new Set(paints.map(({ what }) => what))].join()} |`,
  );

const measure = async (browser: TestBrowser, pages: readonly FirstPage[], rounds: number): Promise<void> => {
  for (const line of LINES)
    for (const width of WIDTHS)
      for (const page of pages) {
        const paints: Paint[] = [];
        for (let round = 0; round < rounds; round += 1) paints.push(await visit(browser, page, width, line));
        tell(`${page.name}, ${width} px, ${line.name}`, paints);
      }
};

const rounds = Number(process.argv[2] ?? '5');
const vitrine = await systemAt(process.argv[3]);
const browser = await openBrowser();
try {
  const pages = await firstPagesOf(vitrine.url);
  console.log('| page | first paint, ms | largest paint, ms | layout shift, at most | largest is |');
  console.log('| --- | --- | --- | --- | --- |');
  await measure(browser, pages, rounds);
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await browser.close();
  await vitrine.discard();
}
