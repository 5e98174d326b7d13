import type { Page } from 'playwright-core';

interface Box {
  top: number;
  left: number;
  width: number;
  height: number;
}
interface Picture extends Record<'currentSrc', string> {
  complete: boolean;
  getBoundingClientRect: () => Box;
}
interface Root {
  textContent: string | null;
  querySelectorAll: (selector: string) => Iterable<Picture>;
}
/** What of the page's own world is asked for. */
interface Drawn {
  drawn: (Root & { host: { isConnected: boolean; inert: boolean } }) | undefined;
  document: Root;
  Element: { prototype: { attachShadow: (options: object) => Drawn['drawn'] } };
  innerHeight: number;
}

/** Runs in the page, before anything of it does: what it draws early is closed to everybody else. */
const noteDrawing = (): void => {
  const here = globalThis as unknown as Drawn;
  const { attachShadow } = here.Element.prototype;
  here.Element.prototype.attachShadow = function (options) {
    here.drawn = attachShadow.call(this, options);
    return here.drawn;
  };
};

/** To be called before the page is opened. */
export const watchDrawing = (page: Page): Promise<unknown> => page.addInitScript(noteDrawing);

/** Holds up a file of the page's own code: the most of it unless named. @returns what lets it through */
export const holdCode = async (page: Page, name = 'alike'): Promise<() => void> => {
  const released = Promise.withResolvers<undefined>();
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    await released.promise;
    await route.continue();
  });
  return () => released.resolve(undefined);
};

/** Where each picture in the window is, to the pixel: of the early drawing or of the page itself, once all are there. */
export const picturePlaces = async (
  page: Page,
  of: 'drawing' | 'page',
): Promise<Record<string, number[]>> => {
  const found = await page.waitForFunction((isDrawing) => {
    const { drawn, document, innerHeight } = globalThis as unknown as Drawn;
    const pictures = [...((isDrawing ? drawn : document)?.querySelectorAll('img') ?? [])].filter(
      (picture) => picture.getBoundingClientRect().top < innerHeight,
    );
    if (pictures.length === 0 || !pictures.every(({ complete }) => complete)) return false;
    return Object.fromEntries(
      pictures.map((picture) => {
        const { top, left, width, height } = picture.getBoundingClientRect();
        return [picture.currentSrc, [top, left, width, height].map(Math.round)];
      }),
    );
  }, of === 'drawing');
  return found.jsonValue() as Promise<Record<string, number[]>>;
};

/** Once the page itself has taken its place, or it was never there. */
export const drawingIsGone = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => (globalThis as unknown as Drawn).drawn?.host.isConnected !== true);

/** All that was ever written in it. */
export const textDrawn = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as Drawn).drawn?.textContent ?? '');

/** No picture that is asked for from now on comes. */
export const holdPictures = (page: Page): Promise<unknown> =>
  page.route('**/thumbnail*', () => new Promise(() => {}));

/** Runs in the page: no limit of time is ever reached. */
export const stopClock = (): void => {
  const here = globalThis as unknown as { setTimeout: (act: () => void, delayMs?: number) => unknown };
  const { setTimeout } = here;
  here.setTimeout = (act, delayMs = 0) => (delayMs < 10_000 ? setTimeout(act, delayMs) : 0);
  performance.now = () => 1;
};
