import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Below this nobody sees anything jump. */
const SHIFT_MAX = 0.02;

interface Shift {
  value: number;
  hadRecentInput: boolean;
  sources: { node: { nodeName: string; className: unknown } | null }[];
}
/** What of the page's own world is asked for. */
interface Watched {
  shifts: Shift[];
  document: {
    fonts: { status: string };
    querySelectorAll: (selector: string) => Iterable<{ complete: boolean }>;
  };
  PerformanceObserver: new (take: (list: { getEntries: () => Shift[] }) => void) => {
    observe: (options: object) => void;
  };
  requestAnimationFrame: (act: () => void) => void;
}

/** Runs in the page, before anything of it does. */
const noteShifts = (): void => {
  const here = globalThis as unknown as Watched;
  here.shifts = [];
  new here.PerformanceObserver((list) => here.shifts.push(...list.getEntries())).observe({
    type: 'layout-shift',
    buffered: true,
  });
};

/** Runs in the page: whether everything that it shows is there. */
const isSettled = (): boolean => {
  const { document } = globalThis as unknown as Watched;
  const pictures = [...document.querySelectorAll('main img')];
  return document.fonts.status === 'loaded' && pictures.every(({ complete }) => complete);
};

/** Runs in the page: what moved by itself, two frames later, when all until now has been noted. */
const shiftsSeen = async (): Promise<{ sum: number; moved: string[] }> => {
  const here = globalThis as unknown as Watched;
  const frame = () => new Promise<void>((resolve) => here.requestAnimationFrame(() => resolve()));
  await frame();
  await frame();
  const own = here.shifts.filter(({ hadRecentInput }) => !hadRecentInput);
  const nodes = own.flatMap(({ sources }) => sources.map(({ node }) => node));
  return {
    sum: own.reduce((sum, { value }) => sum + value, 0),
    moved: nodes.map((node) => `${node?.nodeName} ${String(node?.className)}`),
  };
};

const WIDTHS = [390, 1680];

/** Opens each page on a phone and on a wide screen, and fails with what jumped until all that it shows was there. */
export const expectSteady = async (
  url: string,
  page: Page,
  pages: readonly { path: string; awaited: string }[],
): Promise<void> => {
  await page.addInitScript(noteShifts);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const { path, awaited } of pages) {
      await page.goto(`${url}${path}`);
      await page.locator(awaited).first().waitFor();
      await page.waitForFunction(isSettled);
      const { sum, moved } = await page.evaluate(shiftsSeen);
      expect(sum < SHIFT_MAX ? [] : [path, width, sum, ...moved]).toEqual([]);
    }
  }
};
