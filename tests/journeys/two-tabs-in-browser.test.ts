import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button, tile } = portal;
const GUESTS = ['rita@gallery.example', 'rita@press.example'] as const;
const TITLES = ['For the gallery', 'For the press'] as const;

type Created = { share: { id: string } };

let journey: Journey | null = null;
let fit: AssetView[];
let links: string[];
let mia: ApiPerson;
let shareIds: string[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const { url } = journey.vitrine;
  mia = await signedIn(url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 2);
  links = [];
  shareIds = [];
  for (const [place, email] of GUESTS.entries()) {
    const assetIds = [fit[place]!.id];
    const { share } = await mia.post<Created>('/shares', {
      title: TITLES[place],
      assetIds,
      guests: [{ email }],
      durationDays: 7,
    });
    shareIds.push(share.id);
    links.push(`${url}/guest/${tokenIn(await mailTo(url, email))}`);
  }
}, 180_000);
afterAll(() => journey?.close());

const openLink = async (page: Page, place: 0 | 1): Promise<void> => {
  await page.goto(links[place]!);
  await button(page, 'Open share').click();
  await page.getByRole('heading', { name: TITLES[place] }).waitFor();
};

inBrowser(
  'who opens another link in a second tab goes on in the first, each with its own share',
  async () => {
    const { page, troubles, close } = await journey!.newWindow();
    const listening = page.waitForResponse(/\/api\/v1\/events\?as=guest&shareId=/);
    await openLink(page, 0);
    await tile(page, fit[0]!.fileName).getByRole('checkbox').check();
    await listening;
    const second = await page.context().newPage();
    await openLink(second, 1);
    await portal.drawn(tile(second, fit[1]!.fileName));
    // Seen once more, the first asks again.
    await page.bringToFront();
    await portal.drawn(tile(page, fit[0]!.fileName));
    expect(await byteSizeTaken(page)).toBe(fit[0]!.byteSize);
    await page.reload();
    await page.getByRole('heading', { name: TITLES[0] }).waitFor();
    await tile(page, fit[0]!.fileName).getByRole('checkbox').check();
    expect(await byteSizeTaken(page)).toBe(fit[0]!.byteSize);
    // What one changes is seen in its tab, and what is left in one is left there alone.
    await mia.request('PATCH', `/shares/${shareIds[0]!}`, { title: 'For the gallery, once more' });
    await page.getByRole('heading', { name: 'For the gallery, once more' }).waitFor();
    await button(second, 'Leave').click();
    await second.getByRole('heading', { name: 'You have left the share' }).waitFor();
    expect(await byteSizeTaken(page)).toBe(fit[0]!.byteSize);
    await button(page, 'Leave').click();
    await page.getByRole('heading', { name: 'You have left the share' }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  },
);

/** How many bytes come where the selected is downloaded. */
const byteSizeTaken = async (page: Page): Promise<number> =>
  (await portal.taken(page, () => button(page, 'Download selected').click())).bytes.length;

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
