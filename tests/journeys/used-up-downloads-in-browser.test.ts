import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { expectNoBarrier } from '../support/accessibility.ts';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import { button, taken, tile } from '../support/portal.ts';

const GUEST = 'lena@gallery.example';
const USED_UP = /^You have used the one download of this share/;

let journey: Journey | null = null;
let fileName: string;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const [first, second] = await fitAssetsOf(mia);
  ({ fileName } = first!);
  const guests = [{ email: GUEST }];
  const assetIds = [first!.id, second!.id];
  await mia.post('/shares', { title: 'Counted', assetIds, guests, durationDays: 7, downloadsMax: 1 });
}, 180_000);
afterAll(() => journey?.close());

const saysWhyNot = async (action: Locator): Promise<void> => {
  await action.and(action.page().locator('[aria-disabled="true"]')).waitFor();
  expect(await action.getAttribute('aria-description')).toMatch(USED_UP);
};

inBrowser(
  'when the downloads of a guest are used up, then all that downloads says why it does not',
  async () => {
    const { page, troubles, close } = await journey!.newWindow();
    await page.goto(`${journey!.vitrine.url}/guest/${tokenIn(await mailTo(journey!.vitrine.url, GUEST))}`);
    await button(page, 'Open share').click();
    const ofTile = button(tile(page, fileName), `Download ${fileName}`);
    await taken(page, () => ofTile.click());
    await page.reload();
    await page.getByText(USED_UP).waitFor();
    await saysWhyNot(ofTile);
    await expectNoBarrier(page, 'downloads used up');
    await ofTile.press('Enter');
    await page.getByRole('region', { name: 'Notices' }).getByText(USED_UP).waitFor();
    await page.getByRole('checkbox', { name: `Select ${fileName}` }).check();
    await saysWhyNot(button(page, 'Download selected'));
    await button(tile(page, fileName), `Preview ${fileName}`).click();
    await saysWhyNot(button(page.getByRole('dialog'), `Download ${fileName}`));
    // Nobody asked the server for what it would have refused.
    expect(troubles).toEqual([]);
    await close();
  },
);
