import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import {
  drawingIsGone,
  holdCode,
  holdPictures,
  picturePlaces,
  stopClock,
  watchDrawing,
} from '../support/early-drawing.ts';
import { type FirstPage, carrySession, firstPagesOf } from '../support/first-pages.ts';
import * as portal from '../support/portal.ts';

/** What of the page's own world is asked for. */
interface World {
  scrollY: number;
  document: {
    activeElement: { nodeName: string; textContent: string } | null;
    querySelectorAll: (selector: string) => { length: number };
  };
  drawn?: { textContent: string; host: { isConnected: boolean } };
  performance: { getEntries: () => { name: string; startTime: number }[] };
}

const SCROLLED_PX = 260;
/** What is drawn later than that the page's code does not wait for. */
const DRAWING_AWAITED_MS = 1_500;
const FAR_PX = 2_000;
const PHONE = { width: 390, height: 700 };

let journey: Journey | null = null;
let pages: FirstPage[] = [];
beforeAll(async () => {
  journey = await openJourney();
  if (journey !== null) pages = await firstPagesOf(journey.vitrine.url);
}, 180_000);
afterAll(() => journey?.close());

/** A page as it is drawn early, while its own code is held up, and what lets that through. */
const drawnEarly = async ({ url, cookie }: FirstPage) => {
  const { vitrine, newWindow } = journey!;
  const { page, close } = await newWindow();
  await carrySession(page.context(), vitrine.url, cookie);
  await page.setViewportSize(PHONE);
  await watchDrawing(page);
  const release = await holdCode(page);
  await page.goto(url, { waitUntil: 'commit' });
  const pictures = await picturePlaces(page, 'drawing');
  return { page, pictures, release, close };
};

const placeOf = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as World).scrollY);

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = (globalThis as unknown as World).document;
    return activeElement?.nodeName === 'BODY' ? 'nothing' : (activeElement?.textContent ?? 'nothing');
  });

/** Runs in the page: when it was first painted, and when its own code was asked for; false before both. */
const paintedAndAsked = () => {
  const entries = (globalThis as unknown as World).performance.getEntries();
  const startOf = (named: RegExp) => entries.find(({ name }) => named.test(name))?.startTime;
  const paintedMs = startOf(/^first-contentful-paint$/);
  const askedMs = startOf(/[/]assets[/]ground-.*[.]js$/);
  return paintedMs !== undefined && askedMs !== undefined && { paintedMs, askedMs };
};

inBrowser('the code of a page is asked for when what is drawn early has been painted', async () => {
  const { vitrine, newWindow } = journey!;
  for (const { url, cookie } of pages) {
    const { page, close } = await newWindow();
    await carrySession(page.context(), vitrine.url, cookie);
    await page.goto(url);
    const told = await (await page.waitForFunction(paintedAndAsked)).jsonValue();
    if (told === false) throw new Error('Nothing was told.');
    const { paintedMs, askedMs } = told;
    expect(askedMs).toBeGreaterThan(Math.min(paintedMs, DRAWING_AWAITED_MS));
    await close();
  }
});

inBrowser('who scrolls what is drawn early is at the same place when the page has taken over', async () => {
  for (const first of pages) {
    const { page, pictures, release, close } = await drawnEarly(first);
    await page.mouse.move(PHONE.width / 2, PHONE.height / 2);
    await page.mouse.wheel(0, SCROLLED_PX);
    await page.waitForFunction((px) => (globalThis as unknown as World).scrollY === px, SCROLLED_PX);
    release();
    await drawingIsGone(page);
    expect(await placeOf(page)).toBe(SCROLLED_PX);
    const places = await picturePlaces(page, 'page');
    const source = Object.keys(pictures)[0] ?? '';
    expect(places[source]?.[0]).toBe((pictures[source]?.[0] ?? Number.NaN) - SCROLLED_PX);
    await close();
  }
});

inBrowser(
  'who scrolls what is drawn early and searches then sees what is found from its beginning',
  async () => {
    const [first] = pages;
    const { page, release, close } = await drawnEarly(first!);
    await page.mouse.move(PHONE.width / 2, PHONE.height / 2);
    await page.mouse.wheel(0, FAR_PX);
    await page.waitForFunction(() => (globalThis as unknown as World).scrollY > 0);
    // Down there no picture was drawn: the page waits for its own before it takes over.
    await holdPictures(page);
    release();
    await page.getByRole('article').first().waitFor();
    await portal.search(page, 'jpg');
    await page.waitForFunction(() => (globalThis as unknown as World).scrollY === 0);
    await close();
  },
);

inBrowser(
  'a preview that a link names is not waited with for the pictures of the list behind it',
  async () => {
    const { vitrine, newWindow } = journey!;
    const [first] = pages;
    const { page, close } = await newWindow();
    await carrySession(page.context(), vitrine.url, first!.cookie);
    const { items } = await page
      .context()
      .request.get(`${vitrine.url}/api/v1/assets?limit=60`)
      .then((answer) => answer.json() as Promise<{ items: { id: string }[] }>);
    await watchDrawing(page);
    await page.addInitScript(stopClock);
    const release = await holdCode(page);
    await page.goto(`${first!.url}?preview=${items.at(-1)!.id}`, { waitUntil: 'commit' });
    await picturePlaces(page, 'drawing');
    await holdPictures(page);
    release();
    await page.getByRole('dialog', { name: /^Preview of / }).waitFor();
    await drawingIsGone(page);
    await close();
  },
);

inBrowser('who presses Tab while the page is drawn early begins at its first link', async () => {
  for (const first of pages) {
    const { page, release, close } = await drawnEarly(first);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('nothing');
    release();
    await drawingIsGone(page);
    expect(await focused(page)).toBe('nothing');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^(Skip to the content|Leave)$/);
    await close();
  }
});

inBrowser(
  'who presses where a tile is drawn early has its code at once, and nothing else happens',
  async () => {
    const { page, release, close } = await drawnEarly(pages[0]!);
    await page.mouse.click(PHONE.width / 4, PHONE.height / 2);
    release();
    await drawingIsGone(page);
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await close();
  },
);

inBrowser('a list without pictures in its drawing takes over when its rows are there', async () => {
  const { vitrine, newWindow } = journey!;
  const [first] = pages;
  const { page, close } = await newWindow();
  await carrySession(page.context(), vitrine.url, first!.cookie);
  await watchDrawing(page);
  const release = await holdCode(page);
  await page.goto(`${first!.url}?layout=list`, { waitUntil: 'commit' });
  await page.waitForFunction(() => (globalThis as unknown as World).drawn?.textContent.includes('Assets'));
  release();
  const rows = await page.waitForFunction(() => {
    const { drawn, document } = globalThis as unknown as World;
    return drawn?.host.isConnected === false && { count: document.querySelectorAll('article').length };
  });
  expect(await rows.jsonValue()).not.toEqual({ count: 0 });
  await close();
});

inBrowser('a question mark opens the list of keys, also before the code of that list is there', async () => {
  const { vitrine, newWindow } = journey!;
  const [first] = pages;
  const { page, close } = await newWindow();
  await carrySession(page.context(), vitrine.url, first!.cookie);
  const release = await holdCode(page, 'shortcuts-help');
  await page.goto(first!.url);
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('?');
  release();
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await close();
});
