import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { assetsOf, fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const TITLE = 'Campaign for the agency';

/** Ada administers; Mia shares assets of Brand and of Campaigns. */
let journey: Journey | null = null;
let admin: portal.Portal;
let window: portal.Portal;
let mia: ApiPerson;
let ofBrand: AssetView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const { url } = journey.vitrine;
  mia = await signedIn(url, 'mia@demo.test');
  const { domains } = await mia.get<{ domains: { id: string; name: string }[] }>('/session');
  const campaigns = domains.find(({ name }) => name === 'Campaigns')!;
  const fits = ({ downloadable, shareable }: AssetView) => downloadable && shareable;
  const ofCampaigns = (await assetsOf(mia, `&domainId=${campaigns.id}`)).find(fits)!;
  ofBrand = (await fitAssetsOf(mia))[0]!;
  await mia.post<{ share: ShareView }>('/shares', {
    title: TITLE,
    assetIds: [ofCampaigns.id],
    guests: [{ email: 'lena@agency.example' }],
    durationDays: 7,
  });
  admin = await journey.windowOf('admin@demo.test');
  window = await journey.windowOf('mia@demo.test');
}, 240_000);
afterAll(() => journey?.close());

const openFromShareMenu = async (item: string) => {
  await button(window.page, 'Share').click();
  await window.page.getByRole('menuitem', { name: item }).click();
  return window.page.getByRole('dialog', { name: item });
};
const policyOfBrand = async () => {
  await button(admin.page, 'Policy of Brand').click();
  return admin.page.getByRole('dialog', { name: 'Policy of Brand' });
};

inBrowser('an administrator makes a domain stricter than its account, part by part', async () => {
  const { page } = admin;
  await page.goto(`${journey!.vitrine.url}/administration?tab=domains`);
  const dialog = await policyOfBrand();
  await dialog.getByText('As for the account: up to 28 days').waitFor();
  await dialog.getByText('As for the account: external guests can be invited').waitFor();
  await dialog.getByRole('radio', { name: '3 days' }).check();
  await dialog.getByText('Stricter than the account: up to 3 days').waitFor();
  await dialog.getByRole('switch', { name: 'Ask external guests for a code' }).check();
  await dialog.getByLabel('Allowed domains').fill('Gallery.example');
  await dialog.getByText('Stricter than the account: these alone').waitFor();
  await button(dialog, 'Save').click();
  await page.getByText('The policy of Brand was saved and holds from now on').waitFor();
  await page.getByRole('listitem', { name: 'Brand', exact: true }).getByText('Own policy').waitFor();
  expect(await page.getByText('Own policy').count()).toBe(1);
  const again = await policyOfBrand();
  await again.getByText('Stricter than the account: up to 3 days').waitFor();
  expect(await again.getByLabel('Allowed domains').inputValue()).toBe('gallery.example');
  await button(again, 'Cancel').click();
});

inBrowser('where the account is as strict, a domain cannot be looser', async () => {
  const ada = await signedIn(journey!.vitrine.url, 'admin@demo.test');
  const setLongest = (longestDurationDays: number) =>
    ada.request('PATCH', '/admin/policy', { longestDurationDays });
  expect((await setLongest(2)).status).toBe(200);
  await admin.page.reload();
  const dialog = await policyOfBrand();
  await dialog.getByText('As for the account: up to 2 days').waitFor();
  expect(await dialog.getByRole('radio', { name: '2 days' }).isChecked()).toBe(true);
  expect(await dialog.getByRole('radio', { name: '3 days' }).isDisabled()).toBe(true);
  await button(dialog, 'Cancel').click();
  expect((await setLongest(28)).status).toBe(200);
});

inBrowser('who shares an asset of it is told before, and not offered what would be refused', async () => {
  const { page } = window;
  await portal.select(page, [ofBrand.fileName]);
  const dialog = await openFromShareMenu('Create New Share');
  await dialog.getByText('1 asset will be included').waitFor();
  await dialog.getByLabel('Title').fill('For the gallery');
  await dialog.getByRole('switch', { name: 'Choose who has access to', exact: true }).check();
  await button(dialog, 'Next').click();
  await dialog.getByText('The domain of these assets allows 3 days at most', { exact: false }).waitFor();
  expect(await dialog.getByRole('radio', { name: '3 days' }).isChecked()).toBe(true);
  for (const longer of ['5 days', '7 days', '14 days', '28 days'])
    expect(await dialog.getByRole('radio', { name: longer, exact: true }).isDisabled()).toBe(true);
  await dialog.getByText('only addresses at gallery.example', { exact: false }).waitFor();
  const codes = dialog.getByRole('switch', { name: 'Ask guests for a code sent to their address' });
  expect([await codes.isChecked(), await codes.isDisabled()]).toEqual([true, true]);
  await dialog.getByText('The domain of these assets asks every external guest.').waitFor();
  const field = dialog.getByLabel('Search for internal users or enter an email address');
  await field.fill('lena@agency.example, rita@gallery.example,');
  await dialog.getByText('lena@agency.example: not allowed for these assets', { exact: false }).waitFor();
  await button(dialog, 'Remove lena@agency.example').click();
  await button(dialog, 'Create Share').click();
  await page.getByText('“For the gallery” was created').waitFor();
});

inBrowser('within the share the same holds for whoever is invited later', async () => {
  const { page } = window;
  await page.getByRole('link', { name: 'Open share' }).click();
  await page.getByRole('tab', { name: /^Guests/ }).click();
  await button(page, '+ Invite Guests').click();
  const dialog = page.getByRole('dialog', { name: 'Invite guests' });
  await dialog.getByText('The domain of these assets allows 3 days at most', { exact: false }).waitFor();
  expect(await dialog.getByRole('radio', { name: '5 days' }).isDisabled()).toBe(true);
  await button(dialog, 'Cancel').click();
});

inBrowser(
  'an asset of it is left out of a share whose guests it does not allow, with the reason',
  async () => {
    const { page } = window;
    await page.goto(journey!.vitrine.url);
    await portal.select(page, [ofBrand.fileName]);
    const dialog = await openFromShareMenu('Add Assets to Existing Share');
    await dialog.getByText(TITLE).click();
    const left = dialog.getByRole('list', { name: 'Will not be added' }).getByRole('listitem');
    await left.filter({ has: page.getByTitle(ofBrand.fileName) }).waitFor();
    expect(await left.allInnerTexts()).toEqual([
      expect.stringContaining('Its domain does not allow a guest of this share'),
    ]);
    expect(await button(dialog, 'Select').getAttribute('aria-disabled')).toBe('true');
    expect([...admin.troubles, ...window.troubles]).toEqual([]);
  },
);
