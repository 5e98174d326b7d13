import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectNoBarrier } from '../support/accessibility.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { expectFocusOn, pressOn, tabTo } from '../support/by-keyboard.ts';
import { holdCode } from '../support/early-drawing.ts';
import { type FirstPage, carrySession, firstPagesOf } from '../support/first-pages.ts';
import { button } from '../support/portal.ts';

/** What of the page's own world is asked for. */
interface Browser {
  performance: { now: () => number; getEntries: () => { name: string }[] };
}

const KIND = 'Kind: Any kind';
const DOMAINS = 'Domains: Brand';
const PERSON = 'ML, account of Mia Lindqvist';

let journey: Journey | null = null;
let assets: FirstPage;
beforeAll(async () => {
  journey = await openJourney();
  if (journey !== null) [assets] = (await firstPagesOf(journey.vitrine.url)) as [FirstPage];
}, 180_000);
afterAll(() => journey?.close());

/** The assets page of somebody who has opened no menu yet. */
const freshPage = async (prepare: (page: Page) => Promise<unknown>) => {
  const { vitrine, newWindow } = journey!;
  const { page, troubles, close } = await newWindow();
  await carrySession(page.context(), vitrine.url, assets.cookie);
  await prepare(page);
  await page.goto(assets.url);
  await page.getByRole('article').first().waitFor();
  return { page, troubles, close };
};

const menu = (page: Page): Locator => page.getByRole('menu');
const firstItem = (page: Page): Locator => page.locator('[role="menuitem"], [role="menuitemradio"]').first();
const waiting = (page: Page, name: string): Locator =>
  page.locator('[aria-haspopup="menu"][aria-expanded="false"][aria-busy="true"]').and(button(page, name));
const resting = (page: Page, name: string): Locator =>
  page.locator('[aria-haspopup="menu"][aria-expanded="false"]:not([aria-busy])').and(button(page, name));
const focused = (place: Locator): Promise<void> => place.and(place.page().locator(':focus')).waitFor();
const selectFirst = (page: Page) => page.getByRole('article').first().getByRole('checkbox').check();

inBrowser('a menu that is first opened by keyboard has the focus, and Escape gives it back', async () => {
  const { page, close } = await freshPage(async () => undefined);
  await selectFirst(page);
  for (const name of [KIND, 'Share', PERSON, DOMAINS])
    for (const key of ['Enter', 'Space']) {
      await tabTo(resting(page, name), 'Shift+Tab');
      await page.keyboard.press(key);
      await expectFocusOn(firstItem(page));
      await expectNoBarrier(page, `${name}, opened by ${key}`);
      await page.keyboard.press('Escape');
      await menu(page).waitFor({ state: 'detached' });
      await expectFocusOn(resting(page, name));
    }
  await pressOn(button(page, KIND));
  await expectFocusOn(firstItem(page));
  await page.keyboard.press('ArrowDown');
  await expectFocusOn(page.getByRole('menuitemradio', { name: 'Image' }));
  await page.keyboard.press('Enter');
  await expectFocusOn(button(page, 'Kind: Image'));
  await close();
});

inBrowser('a menu that is pressed twice before its code is there opens once it is', async () => {
  let release = (): void => undefined;
  const { page, close } = await freshPage(async (opened) => {
    release = await holdCode(opened, 'menus');
  });
  await resting(page, DOMAINS).click();
  await waiting(page, DOMAINS).click();
  await waiting(page, DOMAINS).waitFor();
  release();
  await focused(page.getByRole('menuitem', { name: 'Brand' }));
  await page.keyboard.press('Escape');
  await focused(resting(page, DOMAINS));
  await close();
});

inBrowser('whoever goes on before the code of a menu is there is not called back by it', async () => {
  let release = (): void => undefined;
  const { page, close } = await freshPage(async (opened) => {
    release = await holdCode(opened, 'menus');
  });
  await selectFirst(page);
  await button(page, 'Share').click();
  await waiting(page, 'Share').waitFor();
  await page.keyboard.press('Escape');
  await resting(page, 'Share').waitFor();
  await page.getByText('1 selected').first().waitFor();
  await button(page, KIND).click();
  await waiting(page, KIND).waitFor();
  await button(page, DOMAINS).click();
  await resting(page, KIND).waitFor();
  release();
  await focused(page.getByRole('menuitem', { name: 'Brand' }));
  expect(await menu(page).count()).toBe(1);
  await close();
});

inBrowser('when the code of a menu cannot be read, then the page says so and tries it again', async () => {
  const { page, close } = await freshPage((opened) =>
    opened.route('**/assets/menus-*.js', (route) => route.abort()),
  );
  await page.context().setOffline(true);
  await button(page, KIND).click();
  await page
    .getByText(/The portal cannot be reached/)
    .first()
    .waitFor();
  await resting(page, KIND).waitFor();
  await page.context().setOffline(false);
  await page.unroute('**/assets/menus-*.js');
  await button(page, KIND).click();
  await focused(page.getByRole('menuitemradio', { name: 'Any kind' }));
  await close();
});

inBrowser('Share that was pressed with nothing selected does not open when something is', async () => {
  const { page, close } = await freshPage(async () => undefined);
  await resting(page, 'Share').click({ force: true });
  await selectFirst(page);
  await page.getByText('1 selected').first().waitFor();
  await resting(page, 'Share').waitFor();
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).waitFor();
  await close();
});

/** Runs in the page: the address of the code of menus, once it was asked for. */
const codeOfMenus = (): string | undefined => {
  const { performance } = globalThis as unknown as Browser;
  return performance.getEntries().find(({ name }) => name.includes('/assets/menus-'))?.name;
};

inBrowser('a menu that somebody came near opens when the portal cannot be reached any more', async () => {
  const { page, close } = await freshPage(async () => undefined);
  await button(page, PERSON).hover();
  const code = await (await page.waitForFunction(codeOfMenus)).jsonValue();
  await page.evaluate((url) => import(url!), code);
  await page.context().setOffline(true);
  await button(page, PERSON).click();
  await focused(firstItem(page));
  await close();
});

/** Runs in the page: it has been open for so long that the portal may have another one by now. */
const growOld = (): void => {
  const { performance } = globalThis as unknown as Browser;
  const now = performance.now.bind(performance);
  performance.now = () => now() + 60_000;
};

inBrowser('whoever only points at things keeps the page, also where their code is gone', async () => {
  const { page, close } = await freshPage(async (opened) => {
    await opened.addInitScript(growOld);
    await opened.route(/[/]assets[/](menus|Tooltip)-.*[.]js/, (route) => route.abort());
  });
  await selectFirst(page);
  const lost = ['menus', 'Tooltip'].map((name) =>
    page.waitForEvent('requestfailed', (request) => request.url().includes(`/assets/${name}-`)),
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await button(page, KIND).hover();
  await page
    .getByRole('article')
    .first()
    .getByRole('button', { name: /^Download / })
    .hover();
  await Promise.all(lost);
  await page.evaluate(() => fetch('/robots.txt', { cache: 'no-store' }).then((answer) => answer.text()));
  // It is asked for where a newer page would be opened.
  expect(asked.filter((url) => url.endsWith('/favicon.svg'))).toEqual([]);
  await page.getByText('1 selected').first().waitFor();
  await close();
});
