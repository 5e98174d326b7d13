import type { Page } from 'playwright-core';
import { until } from './until.ts';

/** What of the page's own world is asked for. */
export interface Scrolled {
  document: {
    documentElement: { scrollHeight: number };
    querySelectorAll: (selector: string) => Iterable<{ complete: boolean; naturalWidth: number }>;
  };
  scrollTo: (x: number, y: number) => void;
  scrollBy: (x: number, y: number) => void;
  requestAnimationFrame: (act: () => void) => void;
}

/** Frame after frame, by so many pixels in each. @returns how many stand there by their names alone then */
export const scrollBy = (page: Page, { frames, px }: { frames: number; px: number }): Promise<number> =>
  page.evaluate(
    async ([count, by]) => {
      const { document, requestAnimationFrame, scrollBy } = globalThis as unknown as Scrolled;
      for (let frame = 0; frame < count!; frame += 1) {
        scrollBy(0, by!);
        await new Promise<void>((resolve) => requestAnimationFrame(resolve));
      }
      return [...document.querySelectorAll('[role="listitem"]:not(:has(input))')].length;
    },
    [frames, px],
  );

/** At once, to a part of its whole height. */
export const scrollTo = (page: Page, part: number): Promise<void> =>
  page.evaluate((there) => {
    const { document, scrollTo } = globalThis as unknown as Scrolled;
    scrollTo(0, document.documentElement.scrollHeight * there);
  }, part);

/** Runs in the page: what of the list is pointed at a moment after it began to pass. */
export const pointedAtWhilePassing = async (): Promise<number> => {
  const { document, requestAnimationFrame } = globalThis as unknown as Scrolled;
  const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(resolve));
  const found = (selector: string) => [...document.querySelectorAll(selector)].length;
  while (found('[role="list"][data-passing]') === 0) await nextFrame();
  for (let frame = 0; frame < 10; frame += 1) await nextFrame();
  return found('[role="listitem"]:hover');
};

/** Until it is drawn whole, with its pictures. */
export const listIsWhole = (page: Page): Promise<true> =>
  until('all pictures are there', () =>
    page.evaluate(() => {
      const { document } = globalThis as unknown as Scrolled;
      const shown = [...document.querySelectorAll('[role="list"] img')];
      const isWhole = document.querySelectorAll('[role="list"][aria-busy]')[Symbol.iterator]().next().done;
      const areThere = shown.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
      return shown.length > 0 && isWhole === true && areThere ? true : null;
    }),
  );
