import { afterAll, beforeAll, expect } from '@jest/globals';
import type { ShareView } from '@vitrine/contracts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { signedIn } from '../support/api-person.ts';
import { cutText } from '../support/cut-text.ts';
import { fitAssetsOf, shareOf } from '../support/main-job.ts';
import { type Portal, tile } from '../support/portal.ts';

/** What a reader may ask of any text (WCAG 1.4.12). */
const SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}`;

const GUESTS = [{ email: 'noah@demo.test' }, { email: 'lena.von-hohenstein@agency-for-design.example' }];

let journey: Journey | null = null;
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const assets = (await fitAssetsOf(mia)).slice(0, 4);
  share = await shareOf(mia, { title: 'Well spaced', assets, guests: GUESTS });
}, 180_000);
afterAll(() => journey?.close());

const spaced = async ({ page }: Portal, way: string, shown: string) => {
  await page.goto(`${journey!.vitrine.url}${way}`);
  await page.addStyleTag({ content: SPACING });
  await page.getByText(shown).first().waitFor();
};

const isWiderThanItsPlace = (element: { scrollWidth: number; clientWidth: number }): boolean =>
  element.scrollWidth > element.clientWidth;

inBrowser('with text spaced widely nothing is cut off on a wide page', async () => {
  const window = await journey!.windowOf('mia@demo.test');
  const { page } = window;
  await page.setViewportSize({ width: 1_280, height: 900 });
  for (const [way, shown] of [
    ['/', 'PDF'],
    ['/?layout=list', '297 × 210 mm'],
    [`/shares/${share.id}?tab=guests`, 'Resend'],
  ] as const) {
    await spaced(window, way, shown);
    expect(await cutText(page)).toEqual([]);
  }
  await window.close();
});

inBrowser('with text spaced widely nothing is cut off on a phone, in German', async () => {
  const window = await journey!.windowOf('mia@demo.test');
  const { page } = window;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate("localStorage.setItem('vitrine.language', 'de')");
  await spaced(window, '/?q=lamp', 'JPEG');
  expect(await cutText(page)).toEqual([]);
  await spaced(window, `/shares/${share.id}?tab=guests`, 'Erneut senden');
  expect(await cutText(page)).toEqual([]);
  await spaced(window, `/shares/${share.id}`, 'Alle laden');
  expect(await page.getByRole('toolbar').evaluate(isWiderThanItsPlace)).toBe(false);
  await window.close();
});

inBrowser(
  'what there is no room for below an asset is left out, and why it cannot be had never is',
  async () => {
    const window = await journey!.windowOf('mia@demo.test');
    await window.page.setViewportSize({ width: 390, height: 844 });
    await spaced(window, '/?q=halftone', 'Expired');
    const expired = tile(window.page, 'acme_poster_halftone-moon_2025.jpg');
    const reason = expired.getByText(/^Expired .*\d/);
    const [line, said] = await Promise.all([reason.locator('..').boundingBox(), reason.boundingBox()]);
    expect(said!.y).toBeLessThan(line!.y + 2);
    await window.close();
  },
);
