import { afterAll, beforeAll } from '@jest/globals';
import type { ShareView } from '@vitrine/contracts';
import type { Locator } from 'playwright-core';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf, shareOf } from '../support/main-job.ts';
import { type Portal, button } from '../support/portal.ts';

const PHONE = { width: 390, height: 844 };

let journey: Journey | null = null;
let phone: Portal;
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const assets = (await fitAssetsOf(mia)).slice(0, 3);
  const guests = [{ email: 'rita@gallery.example' }, { email: 'tom@gallery.example' }];
  share = await shareOf(mia, { title: 'On a phone', assets, guests });
  phone = await journey.windowOf('mia@demo.test');
  await phone.page.setViewportSize(PHONE);
}, 180_000);
afterAll(() => journey?.close());

/** Nothing lies over its middle. */
const seen = (place: Locator): Promise<void> => place.click({ trial: true, timeout: 5_000 });

/** Until the pointer leaves it, which it only seems to be over, it is not taken away. */
const heldNotice = async (words: string): Promise<Locator> => {
  const notice = phone.page.getByRole('region', { name: 'Notices' }).getByText(words);
  await notice.dispatchEvent('mouseover');
  return notice;
};

inBrowser('on a phone the menu of Share opens over what is told at that time', async () => {
  const { page } = phone;
  await page.goto(journey!.vitrine.url);
  await page
    .getByRole('checkbox', { name: /^Select (?!Visible)/ })
    .first()
    .check();
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  await page.getByLabel('Title').fill('Made on a phone');
  await button(page, 'Create Share').click();
  await heldNotice('“Made on a phone” was created');
  await page
    .getByRole('checkbox', { name: /^Select (?!Visible)/ })
    .first()
    .check();
  await button(page, 'Share').click();
  const item = page.getByRole('menuitem', { name: 'Create New Share' });
  await seen(item);
  await item.click();
  await page.getByRole('dialog', { name: 'Create New Share' }).waitFor();
});

inBrowser('on a phone a question can be read while something is told', async () => {
  const { page } = phone;
  await page.goto(`${journey!.vitrine.url}/shares/${share.id}`);
  await page.getByRole('tab', { name: 'Guests' }).click();
  await button(page, 'Remove tom@gallery.example').click();
  await button(page, 'Remove guest').click();
  const notice = await heldNotice('tom@gallery.example was removed');
  await button(page, 'Remove rita@gallery.example').click();
  const question = page.getByRole('dialog').getByText(/stops working at once/);
  await seen(question);
  await seen(notice);
});

inBrowser('the Domains menu says what it is on a phone too', async () => {
  await phone.page.goto(journey!.vitrine.url);
  await phone.page.getByText('Domains', { exact: true }).waitFor();
});
