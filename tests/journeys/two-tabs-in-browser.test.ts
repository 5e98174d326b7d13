import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button, tile } = portal;
const GUESTS = ['rita@gallery.example', 'rita@press.example'] as const;
const TITLES = ['For the gallery', 'For the press'] as const;

let journey: Journey | null = null;
let fit: AssetView[];
let links: string[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const { url } = journey.vitrine;
  const mia = await signedIn(url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 2);
  links = [];
  for (const [place, email] of GUESTS.entries()) {
    const assetIds = [fit[place]!.id];
    await mia.post('/shares', { title: TITLES[place], assetIds, guests: [{ email }], durationDays: 7 });
    links.push(`${url}/guest/${tokenIn(await mailTo(url, email))}`);
  }
}, 180_000);
afterAll(() => journey?.close());

const openLink = async (page: Page, place: 0 | 1): Promise<void> => {
  await page.goto(links[place]!);
  await button(page, 'Open share').click();
  await page.getByRole('heading', { name: TITLES[place] }).waitFor();
};

inBrowser('who opens another link in a second tab sees in the first what is open now, whole', async () => {
  const { page, troubles, close } = await journey!.newWindow();
  const listening = page.waitForResponse(/\/api\/v1\/events\?as=guest$/);
  await openLink(page, 0);
  await tile(page, fit[0]!.fileName).getByRole('checkbox').check();
  await listening;
  const second = await page.context().newPage();
  await openLink(second, 1);
  await page.getByRole('heading', { name: TITLES[1] }).waitFor();
  await tile(page, fit[1]!.fileName).waitFor();
  await tile(page, fit[0]!.fileName).waitFor({ state: 'detached' });
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  // Left in one, it is left in the other.
  await button(second, 'Leave').click();
  await second.getByRole('heading', { name: 'You have left the share' }).waitFor();
  await page.getByRole('heading', { name: 'This share is not open to you any more' }).waitFor();
  expect(troubles).toEqual([]);
  await close();
});

inBrowser('a guest page beside the page of who is signed in changes neither', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  const guest = await page.context().newPage();
  await openLink(guest, 0);
  await page.getByRole('link', { name: 'Shares', exact: true }).click();
  await page.getByRole('link', { name: TITLES[0] }).waitFor();
  await page.getByRole('button', { name: /Mia/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await button(page, 'Sign in').waitFor();
  await guest.reload();
  await guest.getByRole('heading', { name: TITLES[0] }).waitFor();
  await close();
});
