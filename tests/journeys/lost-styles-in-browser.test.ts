import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const OF_EDITING = /edit-assets.*[.]css$/;
const OF_EVERY_PAGE = /alike-.*[.]css$/;

let journey: Journey | null = null;
let window: portal.Portal;

beforeAll(async () => {
  journey = await openJourney();
  if (journey !== null) window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

/** Opens the page anew while a style sheet of editing does not come, and selects something there. */
const openWithoutSheet = async (page: Page): Promise<void> => {
  await page.route(OF_EDITING, (route) => route.abort());
  const lost = page.waitForEvent('requestfailed', (request) => OF_EDITING.test(request.url()));
  await page.reload();
  await page.getByRole('article').first().waitFor();
  await lost;
  await page.getByRole('article').first().getByRole('checkbox').check({ force: true });
};

const titlesOf = (page: Page) =>
  page.getByRole('dialog').getByRole('region', { name: 'Titles' }).getByRole('list');

/** Runs in the page. */
const styleOf = (list: unknown): string => {
  const view = globalThis as unknown as { getComputedStyle: (list: unknown) => { listStyleType: string } };
  return view.getComputedStyle(list).listStyleType;
};

const editIsDressed = async (page: Page): Promise<void> => {
  await button(page, 'Edit').click();
  await titlesOf(page).waitFor();
  expect(await titlesOf(page).evaluate(styleOf)).toBe('none');
  await page.keyboard.press('Escape');
};

inBrowser('when style sheets did not come at first, then a dialog has its own all the same', async () => {
  const { page } = window;
  await openWithoutSheet(page);
  await page.unroute(OF_EDITING);
  await editIsDressed(page);
  expect(window.troubles).toEqual([]);
});

inBrowser('a style sheet that still does not come keeps nobody from what does without it', async () => {
  const { page } = window;
  await openWithoutSheet(page);
  // Else a page that is open for long is taken for an old one, and opened anew.
  await page.route('**/favicon.svg', (route) => route.abort());
  await button(page, 'Edit').click();
  await page.getByRole('region', { name: 'Notices' }).getByRole('alert').waitFor();
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  await page.getByRole('dialog', { name: 'Create New Share' }).waitFor();
  await page.keyboard.press('Escape');
  await page.unroute(OF_EDITING);
  await page.unroute('**/favicon.svg');
  await editIsDressed(page);
});

inBrowser('the style sheet of all pages is asked for again by itself', async () => {
  const { page } = window;
  await page.route(OF_EVERY_PAGE, (route) => route.abort(), { times: 1 });
  const came = page.waitForResponse(OF_EVERY_PAGE);
  await page.reload();
  await came;
});
