import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectNoBarrier } from '../support/accessibility.ts';
import { inBrowser } from '../support/browser-journey.ts';
import { cutText } from '../support/cut-text.ts';
import * as portal from '../support/portal.ts';
import { DEMO_PASSWORD } from '../support/running-vitrine.ts';
import { type Screens, openScreens } from '../support/screens.ts';

const { button } = portal;
/** Every dialog is looked at twice, and looking takes seconds on a busy machine. */
const STEP_MS = 300_000;
const GUEST = 'rita@gallery.example';
/** What 1280 pixels are at 400 % (WCAG 1.4.10). */
const ENLARGED = { width: 320, height: 256 };
const PHONE = { width: 390, height: 844 };

let opened: Screens | null = null;
let screens: Screens;
let mia: portal.Portal;
let admin: portal.Portal;

beforeAll(async () => {
  opened = await openScreens('Autumn for the press');
  if (opened === null) return;
  screens = opened;
  mia = screens.window;
  admin = await screens.windowOf('admin@demo.test');
}, 180_000);
afterAll(() => opened?.journey.close());

const step = (name: string, run: () => Promise<void>) => inBrowser(name, run, STEP_MS);

/** Looks at the dialog that an act opens, closes it by Escape, and waits until the focus is where it was. */
const lookInto = async (page: Page, name: string, open: () => Promise<unknown>, opener?: Locator) => {
  await open();
  const dialog = page.getByRole('dialog', { name, exact: true });
  await dialog.waitFor();
  await expectNoBarrier(page, name);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  if (opener !== undefined) await opener.and(page.locator(':focus')).waitFor();
};

const lookIntoBy = (page: Page, opener: string, name: string) => {
  const found = button(page, opener);
  return lookInto(page, name, () => found.click(), found);
};

const lookIntoItem = (page: Page, menu: string, item: string, name: string) =>
  lookInto(page, name, async () => {
    await button(page, menu).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  });

step('nothing keeps an administrator from what is done with a user', async () => {
  const { page } = admin;
  await screens.open('/administration', admin);
  const act = (item: string, name: string) => lookIntoItem(page, 'Actions for Noah Okafor', item, name);
  await button(page, 'Actions for Noah Okafor').click();
  await page.getByRole('menu').waitFor();
  await expectNoBarrier(page, 'actions for a user');
  await page.keyboard.press('Escape');
  await lookIntoBy(page, 'New user', 'New user');
  await act('Rename', 'Rename Noah Okafor');
  await act('Domains', 'Domains of Noah Okafor');
  await act('Set a new password', 'New password for Noah Okafor');
  await act('Disable', 'Disable Noah Okafor?');
});

step('nothing keeps an administrator from domains, policies and the audit', async () => {
  const { page } = admin;
  await screens.open('/administration?tab=domains', admin);
  await lookIntoBy(page, 'New domain', 'New domain');
  await lookIntoBy(page, 'Members of Brand', 'Members of Brand');
  await lookIntoBy(page, 'Policy of Brand', 'Policy of Brand');
  await lookIntoBy(page, 'Rename Brand', 'Rename Brand');
  await screens.open('/administration?tab=policy', admin);
  await page.getByRole('switch', { name: 'External guests', exact: true }).waitFor();
  await expectNoBarrier(page, 'policy');
  await screens.open('/administration?tab=audit', admin);
  await page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
  await expectNoBarrier(page, 'audit');
});

step('nothing keeps anybody from what is their own', async () => {
  const { page } = mia;
  await page.getByRole('article').first().waitFor();
  const own = (item: string, name = item) => lookIntoItem(page, 'ML, account of Mia Lindqvist', item, name);
  await own('Change password');
  await own('Where you are signed in');
  await own('API tokens');
  await own('Sign out everywhere', 'Sign out everywhere?');
});

step('nothing keeps an owner from what is done with a guest', async () => {
  const { page } = mia;
  await screens.open(`/shares/${screens.share.id}?tab=guests`);
  await lookIntoBy(page, `Resend Invitation to ${GUEST}`, `Resend the invitation to ${GUEST}`);
  await lookIntoItem(page, 'More for this share', 'Options for guests', 'Options for guests');
});

step('enlarged to 400 %, no page is wider than its window', async () => {
  const rita = await screens.newWindow();
  await screens.open(screens.links.guest, rita);
  await button(rita.page, 'Open share').click();
  await rita.page.getByRole('heading', { name: 'Autumn for the press' }).waitFor();
  const seen = async (window: portal.Portal, path: string, awaited: string) => {
    await window.page.setViewportSize(ENLARGED);
    await screens.open(path, window);
    await window.page.locator(awaited).first().waitFor();
    const beyond = await window.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    return { path, beyond };
  };
  const share = `/shares/${screens.share.id}`;
  const all = [
    await seen(rita, '/guest', 'article'),
    await seen(mia, '/', 'article'),
    await seen(mia, '/shares', 'article'),
    await seen(mia, share, 'article'),
    await seen(mia, `${share}?tab=guests`, '[role=tabpanel] li'),
    await seen(admin, '/administration', '[role=tabpanel] li'),
    await seen(admin, '/administration?tab=audit', '[role=tabpanel] li'),
  ];
  expect(all).toEqual(all.map(({ path }) => ({ path, beyond: 0 })));
  await rita.close();
});

/** Somebody of the demo on a phone, who reads this language. */
const onPhone = async (email: string, locale: string) => {
  const window = await screens.journey.newWindow(locale);
  const { url } = screens.journey.vitrine;
  const data = { email, password: DEMO_PASSWORD };
  const answer = await window.page.request.post(`${url}/api/v1/session`, { data, headers: { origin: url } });
  expect(answer.ok()).toBe(true);
  await window.page.setViewportSize(PHONE);
  return window;
};

const nothingIsCutOff = async (locale: string) => {
  const owner = await onPhone('mia@demo.test', locale);
  const administrator = await onPhone('admin@demo.test', locale);
  const share = `/shares/${screens.share.id}`;
  const places: [portal.Portal, string, string][] = [
    [owner, '/', 'article'],
    [owner, '/?layout=list', 'article'],
    [owner, '/shares', 'main a[href^="/shares/"]'],
    [owner, share, 'article'],
    [owner, `${share}?tab=guests`, '[role=tabpanel] li'],
    [owner, `${share}?tab=activity`, '[role=tabpanel] li'],
    ...['users', 'domains', 'audit'].map((tab): [portal.Portal, string, string] => [
      administrator,
      `/administration?tab=${tab}`,
      '[role=tabpanel] li',
    ]),
    [administrator, '/administration?tab=policy', '[role=switch]'],
  ];
  const found: { path: string; cut: string[] }[] = [];
  for (const [window, path, awaited] of places) {
    await screens.open(path, window);
    await window.page.locator(awaited).first().waitFor();
    found.push({ path, cut: await cutText(window.page) });
  }
  expect(found).toEqual(found.map(({ path }) => ({ path, cut: [] })));
  // It is found where it is.
  await owner.page.evaluate('document.querySelector("h1").style = "width: 20px; overflow: hidden"');
  expect(await cutText(owner.page)).toEqual([screens.share.title]);
  await owner.close();
  await administrator.close();
};

step('on a phone nothing is cut off in English', () => nothingIsCutOff('en-US'));
step('on a phone nothing is cut off in German', () => nothingIsCutOff('de-DE'));

step(
  'where the reader’s own colours replace ours, a switch is seen to be one, and what is ticked to be so',
  async () => {
    const { page } = mia;
    await page.emulateMedia({ forcedColors: 'active' });
    await screens.open(`/shares/${screens.share.id}`);
    const on = page.getByRole('switch', { name: 'Share Enabled' });
    await on.waitFor();
    const [track, ground] = await page.evaluate<[string, string]>(
      `[...document.querySelectorAll('.track')].slice(0, 1).concat(document.body).map((each) => getComputedStyle(each).backgroundColor)`,
    );
    expect(track).not.toBe(ground);
    await page.getByLabel('Select Visible').check();
    const ticks = await page.evaluate<string[]>(
      `[...document.querySelectorAll('input:checked ~ svg')].map((each) => getComputedStyle(each).color)`,
    );
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks).not.toContain(ground);
    expect([...mia.troubles, ...admin.troubles]).toEqual([]);
  },
);
