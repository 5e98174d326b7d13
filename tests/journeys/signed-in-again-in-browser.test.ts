import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { endSessions, readable, signInOver } from '../support/ended-session.ts';
import { holdAnswers } from '../support/held-answers.ts';
import { PNG, fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const MIA = 'mia@demo.test';
const NOAH = 'noah@demo.test';
const ADA = 'admin@demo.test';

let journey: Journey | null = null;
let fit: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  fit = (await fitAssetsOf(await signedIn(journey.vitrine.url, MIA))).slice(0, 3);
}, 180_000);
afterAll(() => journey?.close());

/** Selects and searches, and has a title in a dialog. */
const beginShare = async (page: Page): Promise<void> => {
  await portal.select(
    page,
    fit.map(({ fileName }) => fileName),
  );
  await portal.search(page, 'poster');
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Nobody else reads this');
};
/** Begins an upload that comes to no end. */
const beginUpload = async (page: Page): Promise<void> => {
  const held = await portal.hold(page, /\/api\/v1\/assets$/);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Upload').click()]);
  await chooser.setFiles({ name: 'from-mia.png', mimeType: 'image/png', buffer: PNG });
  await held.asked;
};
/** What can be read as the page goes stands in the tab for the one that comes after it. */
const KEEP_LAST_SEEN = `window.addEventListener('pagehide', () =>
  sessionStorage.setItem('last-seen', document.title + ':' + document.body.innerText.trim()))`;
const kept = (page: Page): Promise<string> => page.evaluate('JSON.stringify({ ...sessionStorage })');

inBrowser('when another person signs in, then nothing of the first one is seen or kept', async () => {
  const { page, troubles, close } = await journey!.windowOf(MIA);
  await beginUpload(page);
  await beginShare(page);
  await endSessions(journey!.vitrine, page, MIA);
  await page.evaluate(KEEP_LAST_SEEN);
  await portal.fillSignIn(signInOver(page), NOAH);
  await page.getByRole('button', { name: /Noah Okafor/ }).waitFor();
  await page.getByText('Nothing selected').waitFor();
  expect(await page.evaluate('sessionStorage.getItem("last-seen")')).toBe('Sign in – Vitrine:');
  expect(new URL(page.url()).search).toBe('');
  expect(await page.getByRole('dialog').count()).toBe(0);
  const words = `${await readable(page)}${await kept(page)}`;
  for (const theirs of ['Nobody else', 'Mia', 'from-mia']) expect(words).not.toContain(theirs);
  expect(troubles).toEqual([]);
  await close();
});

inBrowser('whoever signs in in another tab goes on in this one with what was entered', async () => {
  const { page, troubles, close } = await journey!.windowOf(MIA);
  await beginShare(page);
  const other = await page.context().newPage();
  await other.goto(journey!.vitrine.url);
  await other.getByRole('heading', { name: 'Assets' }).waitFor();
  await endSessions(journey!.vitrine, page, MIA);
  await portal.fillSignIn(signInOver(other), MIA);
  await signInOver(other).waitFor({ state: 'detached' });
  await page.bringToFront();
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await signInOver(page).waitFor({ state: 'detached' });
  await button(page.getByRole('dialog'), 'Create Share').click();
  await page.getByText('“Nobody else reads this” was created').waitFor();
  expect(troubles).toEqual([]);
  await close();
});

inBrowser('and whoever else does so begins anew in this one', async () => {
  const { page, close } = await journey!.windowOf(MIA);
  await beginShare(page);
  await endSessions(journey!.vitrine, page, MIA);
  const other = await page.context().newPage();
  await portal.signInTo(journey!.vitrine, other, NOAH);
  await page.bringToFront();
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await page.getByRole('button', { name: /Noah Okafor/ }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await close();
});

inBrowser('the domain that was looked at, the selection and the place in the list are kept', async () => {
  const { page, troubles, close } = await journey!.windowOf(MIA);
  await button(page, 'Domains: Brand').click();
  await page.getByRole('menuitem', { name: 'Campaigns' }).click();
  const boxes = page.getByRole('article').getByRole('checkbox');
  await boxes.nth(1).check();
  await page.getByText('1 selected').waitFor();
  await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => (globalThis as unknown as { scrollY: number }).scrollY > 100);
  const place = await page.evaluate('window.scrollY');
  await endSessions(journey!.vitrine, page, MIA);
  await page.mouse.wheel(0, -400);
  await portal.fillSignIn(signInOver(page), MIA);
  await signInOver(page).waitFor({ state: 'detached' });
  await page.getByText('1 selected').waitFor();
  await button(page, 'Domains: Campaigns').waitFor();
  expect(await page.evaluate('window.scrollY')).toBe(place);
  expect(troubles).toEqual([]);
  await close();
});

inBrowser('two answers at once that the session is over make one sign-in', async () => {
  const { page, close } = await journey!.windowOf(ADA);
  await page.goto(`${journey!.vitrine.url}/administration?tab=users`);
  const dialogOf = async (name: string) => {
    await button(page, name).click();
    return page.getByRole('dialog');
  };
  const dialog = await dialogOf('New user');
  await dialog.getByLabel('Name').fill('Uma Fox');
  await dialog.getByLabel('Email').fill('uma@demo.test');
  const held = await holdAnswers(page, 'GET', /\/api\/v1\/(session|admin\/.*)$/);
  await page.context().clearCookies();
  await button(dialog, 'Create user').click();
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await signInOver(page).getByRole('heading', { name: 'Sign in' }).waitFor();
  held.release();
  expect(await page.locator('dialog').count()).toBe(1);
  await portal.fillSignIn(signInOver(page), ADA);
  await signInOver(page).waitFor({ state: 'detached' });
  await button(dialog, 'Create user').click();
  await page.getByText('Uma Fox can sign in now').first().waitFor();
  await close();
});

inBrowser('a page that is loaded while nobody is signed in is the sign-in by itself', async () => {
  const { page, close } = await journey!.windowOf(MIA);
  await endSessions(journey!.vitrine, page, MIA);
  await page.reload();
  await page.waitForURL(/\/sign-in/);
  expect(await page.locator('dialog').count()).toBe(0);
  await portal.fillSignIn(page, MIA);
  await page.getByRole('heading', { name: 'Assets' }).waitFor();
  await close();
});
