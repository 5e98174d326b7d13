import { afterAll, beforeAll, expect } from '@jest/globals';
import type { SessionView } from '@vitrine/contracts';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { addManyAssets } from '../support/many-assets.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const PATIENCE_MS = 45_000;
const COPIES = 730;
/** What of the page's own world is asked for. */
interface Scrolled {
  document: { documentElement: { scrollHeight: number } };
  scrollTo: (x: number, y: number) => void;
}

let journey: Journey | null = null;
let window: portal.Portal;
/** Where the pages begin that were asked for. */
const offsets: number[] = [];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const { currentDomainId } = await mia.get<SessionView>('/session');
  await addManyAssets(journey.vitrine, currentDomainId!, COPIES);
  window = await journey.windowOf('mia@demo.test');
  window.page.setDefaultTimeout(PATIENCE_MS);
  window.page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/v1/assets') offsets.push(Number(searchParams.get('offset') ?? '0'));
  });
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
  await window.page.evaluate(() => {
    const { document, scrollTo } = globalThis as unknown as Scrolled;
    scrollTo(0, document.documentElement.scrollHeight / 2);
  });
  await copy(365).waitFor();
  expect(await heightPx()).toBe(whole);
  expect(Math.min(...offsets)).toBeGreaterThanOrEqual(200);
  expect(Math.max(...offsets)).toBeLessThanOrEqual(400);
});

inBrowser('End leads to what was never read, and with shift all that lies between is selected', async () => {
  await window.page.evaluate(() => (globalThis as unknown as Scrolled).scrollTo(0, 0));
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
