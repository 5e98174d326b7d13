import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { TestBrowser } from '../browser.ts';
import { DEMO_PASSWORD, type RunningVitrine } from './running-vitrine.ts';
import { until } from './until.ts';

/** The portal in a window of somebody's own. */
export interface Portal {
  page: Page;
  /** What the page complained of, and whom else it asked. */
  troubles: readonly string[];
  /** What of its requests was refused, with status and path: a browser takes each for an error of the page. */
  refusals: readonly string[];
  close: () => Promise<void>;
}

/** A file out of the browser's downloads. */
export interface TakenFile {
  fileName: string;
  bytes: Buffer;
}

const WAIT_MS = 45_000;
const NETWORK_COMPLAINT = 'Failed to load resource';

const watch = (page: Page, origin: string): Pick<Portal, 'troubles' | 'refusals'> => {
  const troubles: string[] = [];
  const refusals: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const isTold = message.type() === 'error' && !message.text().startsWith(NETWORK_COMPLAINT);
    if (isTold) troubles.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) troubles.push(`request to ${url}`);
  });
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (response.status() >= 400)
      refusals.push(`${response.status()} ${response.request().method()} ${path}`);
  });
  return { troubles, refusals };
};

/** A fresh window, with cookies of its own. */
export const openPortal = async (
  browser: TestBrowser,
  vitrine: RunningVitrine,
  locale?: string,
): Promise<Portal> => {
  const context = await browser.newPerson(locale);
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  return { page, ...watch(page, vitrine.url), close: () => context.close() };
};

export const button = (place: Page | Locator, name: string | RegExp): Locator =>
  place.getByRole('button', { name, exact: true });

export const fillSignIn = async (
  place: Page | Locator,
  email: string,
  password = DEMO_PASSWORD,
): Promise<void> => {
  await place.getByLabel('Email').fill(email);
  await place.getByLabel('Password').fill(password);
  await button(place, 'Sign in').click();
};

export const signInTo = async (vitrine: RunningVitrine, page: Page, email: string): Promise<void> => {
  await page.goto(vitrine.url);
  await fillSignIn(page, email);
  await page.getByRole('heading', { name: 'Assets' }).waitFor();
};

/** An asset in a list, by its file name. */
export const tile = (page: Page, fileName: string): Locator =>
  page.getByRole('article', { name: fileName, exact: true });

/** Runs in the page: ends when it has nothing left to do that it began. */
const untilIdle = (): Promise<void> => {
  const view = globalThis as unknown as { requestIdleCallback: (done: () => void) => void };
  return new Promise((done) => view.requestIdleCallback(() => done()));
};

/** Types into the search in the middle of the top, and waits until the list is that of what is found. */
export const search = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Search assets' }).fill(text);
  await page.waitForURL((url) => (url.searchParams.get('q') ?? '') === text);
  // The address changes first; then the list of before stays, marked, while the other is read. It takes the focus away
  // with it when it goes.
  await page.evaluate(untilIdle);
  await page.locator('main [data-stale]').first().waitFor({ state: 'detached' });
};

/** Looks for an asset by its name, as the list draws only what is near the window. */
export const find = async (page: Page, fileName: string): Promise<Locator> => {
  await search(page, fileName);
  const found = tile(page, fileName);
  await found.waitFor();
  return found;
};

/** Puts assets into the selection, wherever in the list they are. */
export const select = async (page: Page, fileNames: readonly string[]): Promise<void> => {
  for (const fileName of fileNames) {
    const found = await find(page, fileName);
    await found.getByRole('checkbox', { name: `Select ${fileName}`, exact: true }).check();
  }
  await search(page, '');
};

/** Waits until the picture of a tile is there, not only its place. */
export const drawn = (place: Locator): Promise<true> =>
  until('the picture is drawn', async () => {
    const picture = place.locator('img');
    const width = await picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth);
    return width > 0 ? true : null;
  });

/** Runs in the page: the colour that an element's text is drawn in. */
export const colourOf = (element: unknown): string => {
  const view = globalThis as unknown as { getComputedStyle: (element: unknown) => { color: string } };
  return view.getComputedStyle(element).color;
};

/** Does what starts a download, and reads what came of it. */
export const taken = async (page: Page, act: () => Promise<unknown>): Promise<TakenFile> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { fileName: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

/** Drops files onto the page, with what a person sees while they hold them. */
export const drop = async (
  page: Page,
  files: readonly { name: string; content: Buffer }[],
  whileHeld: () => Promise<void>,
): Promise<void> => {
  const listed = files.map(({ name, content }) => ({ name, base64: content.toString('base64') }));
  const dataTransfer = await page.evaluateHandle(`(() => {
    const held = new DataTransfer();
    for (const { name, base64 } of ${JSON.stringify(listed)}) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      held.items.add(new File([bytes], name));
    }
    return held;
  })()`);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  await whileHeld();
  await page.dispatchEvent('body', 'drop', { dataTransfer });
};

/** Keeps every request to an address without an answer. @returns once there is one; and what lets all others through */
export const hold = async (page: Page, address: RegExp) => {
  const asked = Promise.withResolvers<undefined>();
  await page.route(address, () => asked.resolve(undefined));
  return { asked: asked.promise, letThrough: () => page.unroute(address) };
};
