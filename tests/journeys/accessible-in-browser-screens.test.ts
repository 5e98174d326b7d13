import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { expectNoBarrier } from '../support/accessibility.ts';
import { inBrowser } from '../support/browser-journey.ts';
import * as portal from '../support/portal.ts';
import { type Screens, openScreens } from '../support/screens.ts';
import { expectSteady } from '../support/steadiness.ts';

const { button, tile } = portal;
/** Every screen is looked at twice, and looking takes seconds on a busy machine. */
const STEP_MS = 300_000;
const TITLE = 'Autumn for the press';
const EXPIRED = 'otis@gallery.example';

let opened: Screens | null = null;
let screens: Screens;
let window: portal.Portal;

beforeAll(async () => {
  opened = await openScreens(TITLE);
  if (opened === null) return;
  screens = opened;
  ({ window } = screens);
}, 180_000);
afterAll(() => opened?.journey.close());

const look = (screen: string, { page } = window) => expectNoBarrier(page, screen);
const open = (path: string, somebody = window) => screens.open(path, somebody);

const dialog = (name: string): Locator => window.page.getByRole('dialog', { name });

const step = (name: string, run: () => Promise<void>) => inBrowser(name, run, STEP_MS);

/** Opens what a button opens, looks at it and closes it again. */
const lookInto = async (opener: Locator, opened: Locator): Promise<void> => {
  await opener.click();
  await opened.waitFor();
  await look(String(opener));
  await window.page.keyboard.press('Escape');
  await opened.waitFor({ state: 'detached' });
};

step('nothing keeps anybody from signing in', async () => {
  const somebody = await screens.newWindow();
  await open('/', somebody);
  await button(somebody.page, 'Sign in').waitFor();
  await look('sign-in', somebody);
  await portal.fillSignIn(somebody.page, 'mia@demo.test', 'not this one');
  await somebody.page.getByRole('alert').waitFor();
  await look('sign-in refused', somebody);
  await somebody.close();
});

step('nothing keeps anybody from the assets, as a grid and as a list, or when there are none', async () => {
  const { page } = window;
  await page.getByRole('article').first().waitFor();
  await look('grid');
  await open('/?layout=list');
  await page.getByRole('article').first().waitFor();
  await look('list');
  await open('/?q=nothinghasthisname');
  await page.getByText('Nothing matches').waitFor();
  await look('nothing matches');
});

step('nothing keeps anybody from the menus and the preview of the assets page', async () => {
  const { page } = window;
  await open('/');
  const menu = page.getByRole('menu');
  await lookInto(button(page, 'Kind: Any kind'), menu);
  await lookInto(button(page, 'Domains: Brand'), menu);
  await lookInto(button(page, 'ML, account of Mia Lindqvist'), menu);
  await lookInto(button(page, 'Keyboard shortcuts'), dialog('Keyboard shortcuts'));
  const { fileName } = screens.fit[0]!;
  await portal.find(page, fileName);
  await lookInto(button(page, `Preview ${fileName}`), dialog(`Preview of ${fileName}`));
});

step('nothing keeps anybody from sharing what is selected', async () => {
  const { page } = window;
  const chosen = [...screens.fit, ...screens.unfit].map(({ fileName }) => fileName);
  await portal.select(page, chosen);
  await look('selection');
  await lookInto(button(page, 'Share'), page.getByRole('menu'));
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  const creation = dialog('Create New Share');
  await creation.getByRole('list', { name: 'Cannot be shared' }).waitFor();
  await button(creation, 'Create Share').click();
  await creation.getByText('Give the share a title').waitFor();
  await look('create, first step');
  await creation.getByLabel('Title').fill('Winter');
  await creation.getByRole('switch', { name: 'Choose who has access to' }).check();
  await button(creation, 'Next').click();
  await creation.getByLabel('Search for internal users').fill('rita@gallery.example,');
  await look('create, second step');
  await button(creation, 'Close').click();
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Add Assets to Existing Share' }).click();
  await dialog('Add Assets to Existing Share').getByText(TITLE).click();
  await dialog('Add Assets to Existing Share').getByText('1 asset will be added').waitFor();
  await look('add to existing');
});

step('nothing keeps anybody from their shares', async () => {
  const { page } = window;
  await open('/shares');
  await page.getByRole('link', { name: TITLE }).waitFor();
  await look('my shares');
  await page.getByRole('tab', { name: 'Shared with me' }).click();
  await page.getByText('Nothing is shared with you right now').waitFor();
  await look('shared with me');
  await open(`/shares/${screens.share.id}`);
  await portal.drawn(tile(page, screens.fit[0]!.fileName));
  await look('share');
  await lookInto(button(page, 'Add assets'), dialog('Add assets'));
  await button(page, 'Edit title and description').click();
  await look('its words');
  await open(`/shares/${screens.share.id}?tab=activity`);
  await page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
  await look('activity');
});

step('nothing keeps anybody from the guests of a share', async () => {
  const { page } = window;
  await open(`/shares/${screens.share.id}?tab=guests`);
  await page.getByRole('list', { name: 'Expired' }).getByText(EXPIRED).first().waitFor();
  await look('guests');
  await lookInto(button(page, '+ Invite Guests'), dialog('Invite guests'));
  await lookInto(button(page, 'Remove rita@gallery.example'), page.getByRole('dialog'));
  await lookInto(button(page, `Renew ${EXPIRED}`), page.getByRole('dialog'));
  await button(page, 'More for this share').click();
  await page.getByRole('menuitem', { name: 'Delete share' }).click();
  await dialog('Delete this share?').waitFor();
  await look('delete');
});

step('nothing keeps a guest from what was shared, or from what is to know when it is not', async () => {
  const { links, fit, whileClosed } = screens;
  const rita = await screens.newWindow();
  await open(links.expired, rita);
  await button(rita.page, 'Open share').click();
  await rita.page.getByRole('alert').waitFor();
  await look('expired link', rita);
  await open(links.guest, rita);
  await button(rita.page, 'Open share').waitFor();
  await look('door', rita);
  await button(rita.page, 'Open share').click();
  await tile(rita.page, fit[0]!.fileName).getByRole('checkbox').check();
  await look('guest', rita);
  await whileClosed(async () => {
    await rita.page.getByText('closed').first().waitFor();
    await look('closed share', rita);
  });
  await rita.close();
});

step('nothing keeps an administrator from users, domains and features', async () => {
  const admin = await screens.windowOf('admin@demo.test');
  const rows = admin.page.getByRole('tabpanel').locator('li, [role=switch]');
  for (const tab of ['users', 'domains', 'features']) {
    await open(`/administration?tab=${tab}`, admin);
    await rows.first().waitFor();
    await look(tab, admin);
  }
  await admin.close();
});

step('nothing jumps while a page comes, on a phone or on a wide screen', async () => {
  const { share, links } = screens;
  const rita = await screens.newWindow();
  await open(links.guest, rita);
  await button(rita.page, 'Open share').click();
  await rita.page.getByRole('article').first().waitFor();
  const ofShare = (tab: string) => ({
    path: `/shares/${share.id}?tab=${tab}`,
    awaited: '[role=tabpanel] li',
  });
  await expectSteady(screens.journey.vitrine.url, rita.page, [{ path: '/guest', awaited: 'article' }]);
  await expectSteady(screens.journey.vitrine.url, window.page, [
    { path: '/', awaited: 'article' },
    { path: '/?layout=list', awaited: 'article' },
    { path: '/shares', awaited: 'main a[href^="/shares/"]' },
    { path: `/shares/${share.id}`, awaited: 'article' },
    ofShare('guests'),
    ofShare('activity'),
  ]);
  await rita.close();
});

step('nothing keeps anybody from what a page says in the place of what is not there', async () => {
  const { page } = window;
  await open('/no-such-page');
  await page.getByText('There is no such page').waitFor();
  await look('no such page');
  await open('/shares/01a20ab0-0cad-74a2-bb99-000000000000');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('no such share');
  expect(window.troubles).toEqual([]);
});
