import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, GuestView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { type Page, type Shared, assetsOf, fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const DAY_MS = 24 * 3_600_000;

let journey: Journey | null = null;
let window: portal.Portal;
let mia: ApiPerson;
let fit: AssetView[];
let unfit: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 5);
  unfit = (await assetsOf(mia)).filter((asset) => !asset.downloadable || !asset.shareable).slice(0, 3);
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const names = (assets: readonly AssetView[]): string[] => assets.map(({ fileName }) => fileName);
const sharesLink = () => window.page.getByRole('link', { name: 'Shares', exact: true });
const ownShares = async () => (await mia.get<Page<ShareView>>('/shares?scope=owned')).items;
const assetIdsOf = async (share: ShareView) =>
  (await mia.get<Page<Shared>>(`/shares/${share.id}/assets`)).items.map(({ id }) => id);

const openFromShareMenu = async (item: string) => {
  await button(window.page, 'Share').click();
  await window.page.getByRole('menuitem', { name: item }).click();
  const dialog = window.page.getByRole('dialog', { name: item });
  await dialog.waitFor();
  return dialog;
};

inBrowser('contact your administrator if the Share button is not visible on your assets page', async () => {
  const otto = await journey!.windowOf('otto@demo.test');
  await button(otto.page, 'Download').waitFor();
  expect(await button(otto.page, 'Share').count()).toBe(0);
  expect(otto.troubles).toEqual([]);
  await otto.close();
});

inBrowser(
  'select Create New Share: any selected assets that cannot be shared are listed separately',
  async () => {
    const { page } = window;
    expect(await sharesLink().count()).toBe(0);
    await portal.select(page, names([...fit.slice(0, 3), ...unfit]));
    const dialog = await openFromShareMenu('Create New Share');
    await dialog.getByText('3 assets will be included').waitFor();
    const excluded = dialog.getByRole('list', { name: 'Cannot be shared' });
    await excluded.waitFor();
    for (const { fileName } of unfit)
      await excluded
        .getByRole('listitem')
        .filter({ has: page.getByTitle(fileName) })
        .waitFor();
    expect(await excluded.getByRole('listitem').allInnerTexts()).toEqual(
      unfit.map(() => expect.stringMatching(/Unavailable|Expired|May not be shared/)),
    );
  },
);

inBrowser('enter a title for the share (mandatory) and an optional description', async () => {
  const dialog = window.page.getByRole('dialog', { name: 'Create New Share' });
  await button(dialog, 'Create Share').click();
  await dialog.getByText('Give the share a title').waitFor();
  await dialog.getByLabel('Title').fill('x'.repeat(300));
  await dialog.getByText('100 characters too many').waitFor();
  await dialog.getByLabel('Title').fill('Autumn for the press');
  await dialog.getByLabel('Description').fill('The first pictures.');
  expect(await ownShares()).toEqual([]);
});

inBrowser(
  'toggle Choose who has access to on and select Next: internal users by search, external by email',
  async () => {
    const { page } = window;
    const dialog = page.getByRole('dialog', { name: 'Create New Share' });
    await dialog.getByRole('switch', { name: 'Choose who has access to', exact: true }).check();
    await button(dialog, 'Next').click();
    const field = dialog.getByLabel('Search for internal users or enter an email address');
    await field.fill('noa');
    await page.getByRole('option', { name: /Noah Okafor/ }).click();
    await button(dialog, 'Remove Noah Okafor').waitFor();
    await field.fill('rita.gallery.example,');
    await dialog.getByText('rita.gallery.example: not an email address, and not added').waitFor();
    await field.fill('rita');
    const nobody = page.getByRole('listbox').getByText('Nobody in your account has this name.');
    await nobody.waitFor();
    await button(dialog, 'Create Share').click();
    await dialog.getByText('rita: not an email address, and not added').waitFor();
    await nobody.waitFor({ state: 'hidden' });
    await field.fill('rita@gallery.example');
    await field.press('Enter');
    await button(dialog, 'Remove rita@gallery.example').waitFor();
  },
);

inBrowser(
  'select a duration for the share link: 1, 2, 3, 5, 7, 14, or 28 days; select Create Share',
  async () => {
    const { page } = window;
    const dialog = page.getByRole('dialog', { name: 'Create New Share' });
    const durations = dialog.getByRole('radiogroup', { name: 'Duration' });
    expect(await durations.locator('label').allInnerTexts()).toEqual([
      '1 day',
      '2 days',
      '3 days',
      '5 days',
      '7 days',
      '14 days',
      '28 days',
    ]);
    await durations.getByText('3 days').click();
    await dialog
      .getByText(/The link works until .+/)
      .first()
      .waitFor();
    await button(dialog, 'Create Share').click();
    await dialog.waitFor({ state: 'detached' });
    // What is pointed at stays, for the next step.
    await page.getByText('“Autumn for the press” was created').hover();
    const [share] = await ownShares();
    expect(share).toMatchObject({ title: 'Autumn for the press', description: 'The first pictures.' });
    expect(await assetIdsOf(share!)).toEqual(fit.slice(0, 3).map(({ id }) => id));
    const { items } = await mia.get<{ items: GuestView[] }>(`/shares/${share!.id}/guests`);
    expect(items.map(({ kind }) => kind).sort()).toEqual(['external', 'internal']);
    for (const guest of items)
      expect(Date.parse(guest.expiresAt) - Date.parse(guest.invitedAt)).toBe(3 * DAY_MS);
  },
);

inBrowser('the share is created and Shares appears in the left-hand navigation menu', async () => {
  const { page } = window;
  await page.getByText('“Autumn for the press” was created').waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Shares' }).waitFor();
  await page.getByText('Nothing selected').waitFor();
  await page.getByRole('link', { name: 'Open share' }).click();
  await page.getByRole('heading', { name: 'Autumn for the press' }).waitFor();
  await page.goBack();
});

inBrowser(
  'select Add Assets to Existing Share, the share you wish to add the assets to, and Select',
  async () => {
    const { page } = window;
    await portal.select(page, names(fit.slice(2, 5)));
    const dialog = await openFromShareMenu('Add Assets to Existing Share');
    await dialog.getByText('Autumn for the press').click();
    await dialog.getByText('2 assets will be added').waitFor();
    await dialog.getByText('Already in this share').waitFor();
    await page.getByRole('button', { name: 'Select' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('2 assets were added to “Autumn for the press”').waitFor();
    const [share] = await ownShares();
    expect(await assetIdsOf(share!)).toEqual(fit.map(({ id }) => id));
  },
);

inBrowser('and all the while the page asks nobody else, and complains of nothing', async () => {
  expect(window.troubles).toEqual([]);
  expect(window.refusals).toEqual(['401 GET /api/v1/session']);
});
