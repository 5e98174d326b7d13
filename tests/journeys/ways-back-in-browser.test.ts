import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button, tile } = portal;
const GUEST = 'rita@gallery.example';

/** What the browser's own way back does while something lies over the page. */
let journey: Journey | null = null;
let assets: AssetView[];
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  assets = (await fitAssetsOf(mia)).slice(0, 4);
  const assetIds = assets.map(({ id }) => id);
  const request = { title: 'Looked at', assetIds, guests: [{ email: GUEST }], durationDays: 7 };
  ({ share } = await mia.post<{ share: ShareView }>('/shares', request));
}, 180_000);
afterAll(() => journey?.close());

const previews = (page: Page) => page.getByRole('dialog', { name: /^Preview of / });

const firstPreview = (page: Page) =>
  page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /^Preview / });

const scrolledPx = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { scrollY: number }).scrollY);

/** Opens the preview of the first asset and goes on to others. */
const lookThrough = async (page: Page): Promise<void> => {
  const [first, ...others] = assets;
  await button(tile(page, first!.fileName), `Preview ${first!.fileName}`).click();
  for (const { fileName } of others) {
    await button(previews(page), 'Next asset').click();
    await page.getByRole('dialog', { name: `Preview of ${fileName}` }).waitFor();
  }
};

inBrowser('however many previews were looked at, Back leads out of them, and then off the page', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.getByRole('link', { name: 'Shares' }).click();
  await page.getByRole('link', { name: 'Looked at' }).click();
  await lookThrough(page);
  await page.goBack();
  await previews(page).waitFor({ state: 'detached' });
  const last = assets.at(-1)!.fileName;
  await button(tile(page, last), `Preview ${last}`).and(page.locator(':focus')).waitFor();
  expect(page.url()).toBe(`${journey!.vitrine.url}/shares/${share.id}`);
  await page.goBack();
  await page.getByRole('heading', { name: 'Shares', exact: true }).waitFor();
  await close();
});

inBrowser('a preview that was closed is not on the way back any more', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.getByRole('link', { name: 'Shares' }).click();
  await page.getByRole('heading', { name: 'Shares', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Assets' }).click();
  const preview = firstPreview(page);
  await preview.click();
  await previews(page).waitFor();
  const first = page.url();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((url) => url.searchParams.has('preview') && url.href !== first);
  // Quick hands: the second key finds the preview that is being closed.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await previews(page).waitFor({ state: 'detached' });
  expect(page.url()).toBe(`${journey!.vitrine.url}/`);
  await preview.click();
  await button(previews(page), 'Close preview').click();
  await previews(page).waitFor({ state: 'detached' });
  await page.goForward();
  await previews(page).waitFor();
  await page.keyboard.press('Escape');
  await previews(page).waitFor({ state: 'detached' });
  await page.goBack();
  await page.getByRole('heading', { name: 'Shares', exact: true }).waitFor();
  await close();
});

inBrowser(
  'a preview that a link opened is closed in its place, with nothing of it on the way back',
  async () => {
    const { page, close } = await journey!.windowOf('mia@demo.test');
    await page.getByRole('link', { name: 'Shares' }).click();
    await page.getByRole('heading', { name: 'Shares', exact: true }).waitFor();
    await page.goto(`${journey!.vitrine.url}/?preview=${assets[0]!.id}`);
    await previews(page).waitFor();
    await page.keyboard.press('Escape');
    await firstPreview(page).waitFor();
    expect(page.url()).toBe(`${journey!.vitrine.url}/`);
    await page.goBack();
    await page.getByRole('heading', { name: 'Shares', exact: true }).waitFor();
    await close();
  },
);

inBrowser('the list stays where it went along with a preview when that is closed', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.setViewportSize({ width: 800, height: 420 });
  await firstPreview(page).click();
  await previews(page).waitFor();
  await until('the list went along', async () => {
    await page.keyboard.press('ArrowRight');
    return (await scrolledPx(page)) > 420 ? true : null;
  });
  const name = (await previews(page).getAttribute('aria-label'))!.replace(' of ', ' ');
  await page.keyboard.press('Escape');
  await previews(page).waitFor({ state: 'detached' });
  // The tile may be brought wholly into view, but the list is not at its beginning again.
  await button(page, name).and(page.locator(':focus')).waitFor();
  const { y } = (await button(page, name).boundingBox())!;
  expect([y > 0, y < 420, (await scrolledPx(page)) > 210]).toEqual([true, true, true]);
  await close();
});

inBrowser('a guest who looks at a picture comes back to the share, and not to the mail', async () => {
  const { page, close } = await journey!.newWindow();
  await page.goto(`${journey!.vitrine.url}/guest/${tokenIn(await mailTo(journey!.vitrine.url, GUEST))}`);
  await button(page, 'Open share').click();
  await page.getByRole('heading', { name: 'Looked at' }).waitFor();
  await lookThrough(page);
  await page.goBack();
  await previews(page).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Looked at' }).waitFor();
  await page.goForward();
  await button(previews(page), 'Close preview').click();
  await previews(page).waitFor({ state: 'detached' });
  const opened = page.url();
  await page.goBack();
  await page.waitForURL((url) => url.href !== opened);
  await close();
});
