import type { CDPSession, Page } from 'playwright-core';

interface Work {
  /** Of the main thread of the page. */
  cpuMs: number;
}
interface Frames extends Work {
  times: number[];
}
interface Entry {
  duration: number;
}
/** What of the page's own world is asked for. */
export interface Watched {
  frames: number[] | null;
  events: Entry[];
  scrollTo: (x: number, y: number) => void;
  requestAnimationFrame: (act: (now: number) => void) => void;
  document: { documentElement: { scrollHeight: number } };
  PerformanceObserver: new (take: (list: { getEntries: () => Entry[] }) => void) => {
    observe: (options: object) => void;
  };
}

const SCROLL_MS = 5_000;
const WHEEL_PX = 400;
const FRAME_MS = 1_000 / 60;

/** Runs in the page: notes each frame and each event, as long as it is open. */
export const watch = (): void => {
  const here = globalThis as unknown as Watched;
  Object.assign(here, { frames: null, events: [] });
  const tick = (now: number) => {
    here.frames?.push(now);
    here.requestAnimationFrame(tick);
  };
  here.requestAnimationFrame(tick);
  new here.PerformanceObserver((list) => here.events.push(...list.getEntries())).observe({
    type: 'event',
    durationThreshold: 16,
  });
};

/** What the main thread of the page did meanwhile, in ms of the processor. */
export const cpuOf = async (devtools: CDPSession, act: () => Promise<void>): Promise<number> => {
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await spent();
  await act();
  return ((await spent()) - before) * 1_000;
};

const framesOf = async (page: Page, devtools: CDPSession, act: () => Promise<void>): Promise<Frames> => {
  await page.evaluate(() => void ((globalThis as unknown as Watched).frames = []));
  const cpuMs = await cpuOf(devtools, act);
  const at = await page.evaluate(() => (globalThis as unknown as Watched).frames ?? []);
  return { cpuMs, times: at.slice(1).map((now, index) => now - at[index]!) };
};

const byWheel = (page: Page, downwards: 1 | -1) => async (): Promise<void> => {
  await page.mouse.move(600, 500);
  const endsAt = performance.now() + SCROLL_MS;
  while (performance.now() < endsAt) await page.mouse.wheel(0, downwards * WHEEL_PX);
};

/** Over the whole height and back, as the bar is dragged: another place at each frame. */
const byBar = (page: Page) => (): Promise<void> =>
  page.evaluate(async (durationMs) => {
    const here = globalThis as unknown as Watched;
    const startedAt = performance.now();
    const frame = () => new Promise<void>((resolve) => here.requestAnimationFrame(() => resolve()));
    for (let part = 0; part < 1; part = (performance.now() - startedAt) / durationMs) {
      const height = here.document.documentElement.scrollHeight - 2_000;
      here.scrollTo(0, height * (1 - Math.abs(2 * part - 1)));
      await frame();
    }
  }, SCROLL_MS);

const tellFrames = (name: string, { times, cpuMs }: Frames): void => {
  const share = (frames: number) =>
    `${((100 * times.filter((time) => time > frames * FRAME_MS + 1).length) / times.length).toFixed(1)} %`;
  const rate = (times.length * 1_000) / times.reduce((sum, time) => sum + time, 0);
  console.log(
    `| ${name} | ${rate.toFixed(0)} | ${share(1)} | ${share(2)} | ${(cpuMs / times.length).toFixed(1)} ms |`,
  );
};

/** Tells how frames come while a page is scrolled, by the wheel and by its bar. */
export const scrollingOf = async (page: Page, devtools: CDPSession, name: string): Promise<void> => {
  tellFrames(`${name}, wheel down`, await framesOf(page, devtools, byWheel(page, 1)));
  tellFrames(`${name}, wheel up`, await framesOf(page, devtools, byWheel(page, -1)));
  tellFrames(`${name}, bar`, await framesOf(page, devtools, byBar(page)));
};
