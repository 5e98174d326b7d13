import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, GuestView, ShareView } from '@vitrine/contracts';
import type { Locator } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { expectFocusOn, expectSeenFocus, pressOn, tabTo } from '../support/by-keyboard.ts';
import { type Page, fitAssetsOf, mailTo, sha256, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { DEMO_PASSWORD } from '../support/running-vitrine.ts';
import { unzip } from '../support/unzip.ts';

const { button } = portal;
const TITLE = 'Without a mouse';
const GUEST = 'rita@gallery.example';
/** Every stop of the focus is looked at. */
const STEP_MS = 180_000;

let journey: Journey | null = null;
let mia: ApiPerson;
let window: portal.Portal;
let fit: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 3);
  window = await journey.newWindow();
}, 180_000);
afterAll(() => journey?.close());

const step = (name: string, run: () => Promise<void>) => inBrowser(name, run, STEP_MS);
const press = (key: string) => window.page.keyboard.press(key);
const write = (text: string) => window.page.keyboard.type(text);
const dialog = (name: string) => window.page.getByRole('dialog', { name, exact: true });
const share = () => button(window.page, 'Share');
const picture = (index: number) => button(window.page, `Preview ${fit[index]!.fileName}`);
const box = (index: number) =>
  window.page.getByRole('checkbox', { name: `Select ${fit[index]!.fileName}`, exact: true });
const madeShare = async () => (await mia.get<Page<ShareView>>('/shares?scope=owned')).items[0]!;

const startSharing = async () => {
  await press('Enter');
  const item = window.page.getByRole('menuitem', { name: 'Create New Share' });
  await expectFocusOn(item);
  await press('Enter');
  await expectFocusOn(dialog('Create New Share').getByLabel('Title'));
};

/** The second step of a share, with somebody looked for. */
const searchAmongGuests = async (name: string): Promise<Locator> => {
  await startSharing();
  const creation = dialog('Create New Share');
  await write(TITLE);
  await pressOn(creation.getByRole('switch', { name: 'Choose who has access to' }), 'Space');
  await pressOn(button(creation, 'Next'));
  await tabTo(creation.getByLabel('Search for internal users'));
  await write(name);
  return creation;
};

step('by keyboard alone somebody signs in', async () => {
  const { page } = window;
  await page.goto(journey!.vitrine.url);
  await expectFocusOn(page.getByLabel('Email'));
  await write('mia@demo.test');
  await tabTo(page.getByLabel('Password', { exact: true }));
  await write(DEMO_PASSWORD);
  await press('Enter');
  await page.getByRole('heading', { name: 'Assets' }).waitFor();
});

step('the first stop leads past what every page begins with', async () => {
  await picture(0).waitFor();
  await press('Tab');
  await expectSeenFocus(window.page);
  await press('Enter');
  await tabTo(picture(0));
});

step('a preview is opened, turned and closed, and the focus is where it was left off', async () => {
  await press('Enter');
  const preview = window.page.getByRole('dialog');
  await preview.waitFor();
  await press('ArrowRight');
  await preview.getByText(fit[1]!.fileName).first().waitFor();
  await press('Escape');
  await preview.waitFor({ state: 'detached' });
  await expectFocusOn(picture(1));
});

step('assets are selected, and the menu of Share gives the focus back', async () => {
  const { page } = window;
  for (const index of [0, 1, 2]) {
    await tabTo(box(index), index === 0 ? 'Shift+Tab' : 'Tab');
    await press('Space');
  }
  await page.getByText('3 selected').first().waitFor();
  await tabTo(share(), 'Shift+Tab');
  await press('Enter');
  await expectFocusOn(page.getByRole('menuitem').first());
  await press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expectFocusOn(share());
});

step('Escape closes one layer at a time, and the focus goes back to what opened the first', async () => {
  const creation = await searchAmongGuests('noa');
  const options = window.page.getByRole('listbox');
  await options.waitFor();
  await press('Escape');
  await options.waitFor({ state: 'hidden' });
  await creation.waitFor();
  await press('Escape');
  await creation.waitFor({ state: 'detached' });
  await expectFocusOn(share());
});

step('a share is created with guests, and what came of it is reached', async () => {
  const { page } = window;
  const creation = await searchAmongGuests('noa');
  await page.getByRole('option', { name: /Noah Okafor/ }).waitFor();
  await press('ArrowDown');
  await press('Enter');
  await button(creation, 'Remove Noah Okafor').waitFor();
  const durations = creation.getByRole('radiogroup', { name: 'Duration' });
  await tabTo(durations.getByRole('radio', { name: '7 days', exact: true }));
  await press('ArrowLeft');
  await expectFocusOn(durations.getByRole('radio', { name: '5 days', exact: true }));
  await pressOn(button(creation, 'Create Share'));
  await creation.waitFor({ state: 'detached' });
  await pressOn(page.getByRole('link', { name: 'Open share' }));
  await page.getByRole('heading', { name: TITLE }).waitFor();
});

step('a further guest is invited from the share', async () => {
  const { page } = window;
  await tabTo(page.getByRole('tab', { name: 'Assets' }));
  await press('ArrowRight');
  await expectFocusOn(page.getByRole('tab', { name: 'Guests' }));
  await page.getByRole('tabpanel').getByText('Noah Okafor').first().waitFor();
  const invite = button(page, '+ Invite Guests');
  await pressOn(invite);
  const invitation = dialog('Invite guests');
  await tabTo(invitation.getByLabel('Search for internal users'));
  await write(`${GUEST},`);
  await pressOn(button(invitation, 'Invite 1 guest'));
  await invitation.waitFor({ state: 'detached' });
  await expectFocusOn(invite);
  const { items } = await mia.get<{ items: GuestView[] }>(`/shares/${(await madeShare()).id}/guests`);
  expect(items).toHaveLength(2);
});

step('the guest opens the share and takes all of it', async () => {
  const link = `/guest/${tokenIn(await mailTo(journey!.vitrine.url, GUEST))}`;
  const guest = await journey!.newWindow();
  const { page } = guest;
  await page.goto(`${journey!.vitrine.url}${link}`);
  await pressOn(button(page, 'Open share'));
  await page.getByRole('heading', { name: TITLE }).waitFor();
  await tabTo(button(page, /^Download all \(3 files, .+\)$/));
  const { bytes } = await portal.taken(page, () => page.keyboard.press('Enter'));
  const sums = [...(await unzip(bytes)).values()].map(sha256).sort();
  expect(sums).toEqual(fit.map((asset) => asset.sha256).sort());
  await tabTo(page.getByRole('checkbox', { name: `Select ${fit[0]!.fileName}`, exact: true }));
  await page.keyboard.press('Space');
  await tabTo(button(page, /^Download selected/));
  expect([...guest.troubles, ...window.troubles]).toEqual([]);
  await guest.close();
});
