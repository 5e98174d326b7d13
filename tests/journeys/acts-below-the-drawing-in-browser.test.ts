import { afterAll, beforeAll } from '@jest/globals';
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

const FAR_PX = 2_000;

let journey: Journey | null = null;
beforeAll(async () => {
  journey = await openJourney();
}, 180_000);
afterAll(() => journey?.close());

/** A window in which the page is there, and what was drawn early lies over it for as long as pictures are wanting. */
const coveredWindow = async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await watchDrawing(page);
  await page.addInitScript(stopClock);
  const release = await holdCode(page);
  await page.reload({ waitUntil: 'commit' });
  await picturePlaces(page, 'drawing');
  // Down there no picture was drawn: the page waits for its own before it takes over.
  await page.mouse.wheel(0, FAR_PX);
  await page.waitForFunction(() => (globalThis as unknown as { scrollY: number }).scrollY > 0);
  await holdPictures(page);
  release();
  await page.getByRole('article').first().waitFor();
  return { page, close };
};

const ACTS: Record<string, (page: Page) => Promise<void>> = {
  'opens a menu': (page) => page.getByRole('button', { name: /^Domains/ }).click(),
  'leads the focus by keys': (page) => page.keyboard.press('Tab'),
};

for (const [act, run] of Object.entries(ACTS)) {
  inBrowser(`whoever ${act} below what was drawn early sees at once what comes of it`, async () => {
    const { page, close } = await coveredWindow();
    await run(page);
    await drawingIsGone(page);
    await close();
  });
}
