import { afterAll, beforeAll, expect } from '@jest/globals';
import type { SessionView } from '@vitrine/contracts';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { holdAnswers } from '../support/held-answers.ts';
import { addManyAssets } from '../support/many-assets.ts';
import * as portal from '../support/portal.ts';
import {
  type Scrolled,
  listIsWhole,
  pointedAtWhilePassing,
  scrollBy,
  scrollTo,
} from '../support/scrolled-list.ts';
import { until } from '../support/until.ts';

const COPIES = 730;
let journey: Journey | null = null;
let window: portal.Portal;
/** Where the pages begin that were asked for. */
const offsets: number[] = [];
/** The pictures that were asked for. */
const pictures: string[] = [];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const { currentDomainId } = await mia.get<SessionView>('/session');
  await addManyAssets(journey.vitrine, currentDomainId!, COPIES);
  window = await journey.windowOf('mia@demo.test');
  window.page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/thumbnail')) pictures.push(pathname);
    if (pathname === '/api/v1/assets') offsets.push(Number(searchParams.get('offset') ?? '0'));
  });
  // What lives reads all that is shown anew when it begins to listen: that would be counted too.
  await window.page.route('**/api/v1/events', () => undefined);
  await window.page.goto(`${journey.vitrine.url}/?q=copy`);
  await copy(1).waitFor();
  offsets.length = 0;
}, 180_000);
afterAll(() => journey?.close());

const copy = (number: number) =>
  portal.button(window.page, `Preview copy ${String(number).padStart(6, '0')}.png`);
const heightPx = () =>
  window.page.evaluate(() => (globalThis as unknown as Scrolled).document.documentElement.scrollHeight);
const hasFocus = (number: number) =>
  until(`copy ${number} has the focus`, async () => {
    const focused = await window.page.locator(':focus').getAttribute('aria-label');
    return focused === (await copy(number).getAttribute('aria-label')) ? true : null;
  });
const isSelected = (count: number) =>
  window.page
    .getByRole('status')
    .filter({ hasText: `${count} selected` })
    .first()
    .waitFor();

inBrowser('the bar leads anywhere in the list, and only what stands there is read', async () => {
  const whole = await heightPx();
  await scrollTo(window.page, 0.5);
  await copy(365).waitFor();
  expect(await heightPx()).toBe(whole);
  expect(Math.min(...offsets)).toBeGreaterThanOrEqual(200);
  expect(Math.max(...offsets)).toBeLessThanOrEqual(400);
});

const scroll = (frames: number, px: number) => scrollBy(window.page, { frames, px });
const picturesAreThere = () => listIsWhole(window.page);

inBrowser('what flies by asks for no pictures, and where it rests they come', async () => {
  await scrollTo(window.page, 0);
  await picturesAreThere();
  pictures.length = 0;
  await scroll(50, 500);
  await picturesAreThere();
  const passed = 50 * 500;
  const { height } = window.page.viewportSize()!;
  // All that it passed would be some thirty windows of them.
  expect(pictures.length).toBeLessThan((COPIES * passed) / (await heightPx()) / 2);
  expect(passed / height).toBeGreaterThan(20);
});

inBrowser('what was seen is not asked for again when it scrolls back', async () => {
  await scroll(40, 20);
  await picturesAreThere();
  await scroll(40, 20);
  await picturesAreThere();
  pictures.length = 0;
  await scroll(80, -20);
  await picturesAreThere();
  expect(pictures).toEqual([]);
});

inBrowser('End leads to what was never read, and with shift all that lies between is selected', async () => {
  await scrollTo(window.page, 0);
  await copy(1).focus();
  await window.page.keyboard.press('End');
  await hasFocus(COPIES);
  await window.page.keyboard.press('Shift+Home');
  await isSelected(COPIES);
  await hasFocus(1);
  expect(offsets).not.toContain(500);
});

inBrowser('a click with shift selects from the last one, also over what was never read', async () => {
  await window.page.keyboard.press('Escape');
  await copy(2).click({ modifiers: ['ControlOrMeta'] });
  await isSelected(1);
  await copy(1).focus();
  await window.page.keyboard.press('End');
  await hasFocus(COPIES);
  await copy(COPIES).click({ modifiers: ['Shift'] });
  await isSelected(COPIES - 1);
  expect(window.troubles).toEqual([]);
});

inBrowser('a hand at rest points at nothing while the list passes, and at what lies there then', async () => {
  const { page } = window;
  const isPointedAt = () => page.locator('[role="listitem"]:hover').count();
  await page.getByRole('article').nth(8).hover();
  expect(await isPointedAt()).toBe(1);
  const passing = page.evaluate(pointedAtWhilePassing);
  // So far in each frame that it passes also where a frame takes a tenth of a second.
  await scroll(30, -400);
  expect(await passing).toBe(0);
  await page.locator('[role="list"][data-passing]').waitFor({ state: 'detached' });
  await page.getByRole('article').nth(8).hover();
  expect(await isPointedAt()).toBe(1);
});

inBrowser(
  'what passes quickly is names, and whole where it rests; what keys lead along can be pressed',
  async () => {
    const { page } = window;
    const boxes = () => page.locator('[role="listitem"] input[type="checkbox"]').count();
    const items = () => page.locator('[role="listitem"]').count();
    await scrollTo(page, 0);
    await picturesAreThere();
    // Counted within the page: a moment after the last of it the list is whole.
    expect(await scroll(30, 150)).toBeGreaterThan(0);
    await picturesAreThere();
    expect(await boxes()).toBe(await items());
    await scrollTo(page, 0);
    await picturesAreThere();
    await copy(1).focus();
    await page.keyboard.press('ArrowDown');
    const columns = await until('the focus is in the next row', async () => {
      const label = await page.locator(':focus').getAttribute('aria-label');
      const passed = Number(/\d+/.exec(label ?? '')) - 1;
      return passed > 0 ? passed : null;
    });
    expect(columns).toBeGreaterThan(1);
    for (let row = 1; row < 20; row += 1) {
      await page.keyboard.press('ArrowDown');
      await scroll(2, 0);
    }
    await hasFocus(1 + 20 * columns);
  },
);

inBrowser('what was cleared while it was being read is not selected when it comes', async () => {
  const { page } = window;
  await page.goto(`${journey!.vitrine.url}/?q=copy&sort=oldest`);
  const read = await holdAnswers(page, 'GET', /[/]outline/);
  const asked = page.waitForRequest(/[/]outline/);
  await copy(COPIES).click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('End');
  await copy(1).click({ modifiers: ['Shift'] });
  await read.asked(1);
  await page.keyboard.press('Escape');
  read.release();
  await (await asked).response();
  await copy(1).click({ modifiers: ['ControlOrMeta'] });
  await isSelected(1);
});
