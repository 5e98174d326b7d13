import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { heardOfFocus } from '../support/accessibility.ts';
import { inBrowser } from '../support/browser-journey.ts';
import { expectFocusOn } from '../support/by-keyboard.ts';
import { button, find, search, tile } from '../support/portal.ts';
import { type Screens, openScreens } from '../support/screens.ts';
import { until } from '../support/until.ts';

const TITLE = 'Autumn for the press';

let opened: Screens | null = null;
let screens: Screens;
let page: Page;

beforeAll(async () => {
  opened = await openScreens(TITLE);
  if (opened === null) return;
  screens = opened;
  ({ page } = screens.window);
}, 180_000);
afterAll(() => opened?.journey.close());

/** Waits until something is read out that begins so. */
const heard = (place: Page | Locator, text: string) =>
  place.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });
const saidIn = async (place: Locator): Promise<string> =>
  (await place.getByRole('status').allTextContents()).join('');
const items = () => page.getByRole('list', { name: 'Assets' }).getByRole('listitem');

inBrowser(
  'who signs in without an address or a password is led to what is missing, and hears it',
  async () => {
    const somebody = await screens.newWindow();
    await screens.open('/sign-in', somebody);
    await button(somebody.page, 'Sign in').press('Enter');
    await expectFocusOn(somebody.page.getByLabel('Email'));
    expect(await heardOfFocus(somebody.page)).toEqual({
      role: 'textbox',
      name: 'Email',
      description: 'Enter the email address of your account.',
    });
    await somebody.page.getByLabel('Email').fill('mia@demo.test');
    await button(somebody.page, 'Sign in').press('Enter');
    await expectFocusOn(somebody.page.getByLabel('Password', { exact: true }));
    await somebody.page.getByRole('link', { name: 'Forgot your password?' }).click();
    await button(somebody.page, 'Send link').press('Enter');
    await expectFocusOn(somebody.page.getByLabel('Email'));
    await somebody.close();
  },
);

inBrowser('the name of a file is one word, however it is cut', async () => {
  const { fileName } = screens.fit.find((asset) => asset.fileName.length > 24) ?? screens.fit[0]!;
  await screens.open('/');
  await find(page, fileName);
  expect(await tile(page, fileName).ariaSnapshot()).toContain(`text: ${fileName} `);
  await search(page, '');
});

inBrowser('an asset is heard with its place among all that there are, not only those drawn', async () => {
  for (const layout of ['grid', 'list']) {
    await screens.open(`/?layout=${layout}`);
    const total = Number.parseInt((await page.getByText(/^[0-9]+ assets$/).textContent())!, 10);
    const places = () =>
      items().evaluateAll((all: { getAttribute: (name: string) => string | null }[]) =>
        all.map((each) => `${each.getAttribute('aria-posinset')}/${each.getAttribute('aria-setsize')}`),
      );
    await items().first().waitFor();
    expect((await places())[0]).toBe(`1/${total}`);
    await page.keyboard.press('End');
    await until('the last one is drawn', async () =>
      (await places()).at(-1) === `${total}/${total}` ? true : null,
    );
  }
});

inBrowser('who goes from asset to asset by keys hears why one cannot be had', async () => {
  const { fileName } = screens.unfit.find(({ downloadable }) => !downloadable)!;
  await screens.open('/');
  await find(page, fileName);
  await button(page, `Preview ${fileName}`).focus();
  const { name, description } = await heardOfFocus(page);
  expect(name).toBe(`Preview ${fileName}`);
  expect(description).toMatch(
    /^(Unavailable|Expired|Processing)\. .*cannot be downloaded or shared|Still being/,
  );
});

inBrowser('in a preview one hears what is shown, and what is shown instead, once each', async () => {
  await screens.open('/');
  await items().first().waitFor();
  const [first, second] = await page
    .getByRole('article')
    .evaluateAll((tiles: { ariaLabel: string }[]) => tiles.map(({ ariaLabel }) => ariaLabel));
  await button(page, `Preview ${first}`).press('Enter');
  const preview = page.getByRole('dialog', { name: /^Preview of / });
  await until('the picture has the focus', async () =>
    (await heardOfFocus(page)).role === 'group' ? true : null,
  );
  expect((await heardOfFocus(page)).name).toMatch(/ · Added /);
  // The dialog was read out with its name: nothing more is said by itself.
  expect(await saidIn(preview)).toBe('');
  await page.keyboard.press('ArrowRight');
  await heard(preview, `${second}, `);
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
});

inBrowser('another page is told by its title', async () => {
  await page.getByRole('navigation').getByRole('link', { name: 'Shares' }).press('Enter');
  await heard(page, 'Shares – Vitrine');
  await page.getByRole('link', { name: TITLE }).press('Enter');
  await heard(page, `${TITLE} – Vitrine`);
});

inBrowser('who invites hears who is suggested, and what a duration means when it is chosen', async () => {
  await screens.open(`/shares/${screens.share.id}?tab=guests`);
  await button(page, '+ Invite Guests').click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('combobox', { name: /^Search for internal users/ });
  await field.pressSequentially('noa');
  await heard(dialog, '1 suggestion. Enter: Noah Okafor');
  await field.press('Enter');
  await heard(dialog, '1 guest to be invited');
  await field.pressSequentially('nobody of that name');
  await heard(dialog, 'Nobody in your account has this name.');
  // It changes with every minute: what changes by itself is not read out.
  expect(await saidIn(dialog)).not.toContain('The link works until');
  await dialog.getByRole('radio', { name: '14 days' }).check({ force: true });
  await heard(dialog, 'The link works until');
  // The buttons of a dialog are no part of the page that could be gone to.
  expect(await dialog.getByRole('contentinfo').count()).toBe(0);
  expect(screens.window.troubles).toEqual([]);
});
