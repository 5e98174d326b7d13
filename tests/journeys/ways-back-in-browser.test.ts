import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

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
  const preview = page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /^Preview / });
  await preview.click();
  await previews(page).waitFor();
  const first = page.url();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((url) => url.searchParams.has('preview') && url.href !== first);
  await page.keyboard.press('Escape');
  await previews(page).waitFor({ state: 'detached' });
  await page.goBack();
  await preview.waitFor();
  expect(page.url()).not.toContain('preview=');
  expect(await previews(page).count()).toBe(0);
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
  await close();
});
