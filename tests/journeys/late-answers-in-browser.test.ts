import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { holdAnswers } from '../support/held-answers.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button, tile } = portal;
const SHARES = /\/api\/v1\/shares$/;
const ONE_SHARE = /\/api\/v1\/shares\/[^/]+$/;

/** What is asked of the portal is done at once here, and answered as late as each step says. */
let journey: Journey | null = null;
let mia: ApiPerson;
let window: portal.Portal;
let fit: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 3);
  await aShare('Made before');
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const aShare = async (title: string): Promise<ShareView> => {
  const assetIds = fit.map(({ id }) => id);
  return (await mia.post<{ share: ShareView }>('/shares', { title, assetIds })).share;
};

const openShare = async (title: string): Promise<ShareView> => {
  const share = await aShare(title);
  await window.page.goto(`${journey!.vitrine.url}/shares/${share.id}`);
  await tile(window.page, fit[0]!.fileName).waitFor();
  return share;
};

const startShare = async (title: string): Promise<void> => {
  const { page } = window;
  await page.goto(journey!.vitrine.url);
  await portal.select(page, [fit[0]!.fileName]);
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  await page.getByLabel('Title').fill(title);
};

inBrowser('each of several downloads begins, also for who is on another page by then', async () => {
  const { page } = window;
  const planned = await holdAnswers(page, 'POST', /\/api\/v1\/downloads$/);
  const begun = new Set<string>();
  page.on('download', (download) => begun.add(download.suggestedFilename()));
  const names = fit.slice(0, 2).map(({ fileName }) => fileName);
  for (const name of names) {
    const found = await portal.find(page, name);
    // Twice is once.
    await button(found, `Download ${name}`).dblclick();
  }
  await planned.asked(2);
  await page.getByRole('link', { name: 'Shares', exact: true }).click();
  await page.getByRole('heading', { name: 'Shares' }).waitFor();
  const last = page.waitForEvent('download', () => begun.size === 2);
  planned.release();
  await last;
  expect([...begun].sort()).toEqual([...names].sort());
});

inBrowser('a share is told of that was made while its dialog was closed', async () => {
  const { page } = window;
  await startShare('Closed too soon');
  const made = await holdAnswers(page, 'POST', SHARES);
  await button(page, 'Create Share').click();
  await made.asked(1);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  made.release();
  await page.getByRole('region', { name: 'Notices' }).getByText('Closed too soon').waitFor();
  // It was closed to go on with the selection.
  await page.getByText('1 selected').waitFor();
});

inBrowser('whoever presses Enter before all is checked goes on when it is', async () => {
  const { page } = window;
  const checked = await holdAnswers(page, 'POST', /\/shares\/check$/);
  await startShare('Entered early');
  await checked.asked(1);
  await page.keyboard.press('Enter');
  checked.release();
  await page.getByRole('region', { name: 'Notices' }).getByText('Entered early').waitFor();
});

inBrowser('what was saved closes no other dialog than its own', async () => {
  const { page } = window;
  await page.goto(journey!.vitrine.url);
  await portal.select(page, [fit[0]!.fileName]);
  const edit = button(page, 'Edit');
  const title = page.getByRole('dialog').getByRole('listitem').getByRole('textbox');
  const saved = await holdAnswers(page, 'PATCH', /\/api\/v1\/assets\/[^/]+$/);
  await edit.click();
  await title.fill('Saved late');
  await button(page, 'Save').click();
  await saved.asked(1);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await edit.click();
  await title.fill('Typed meanwhile');
  saved.release();
  await page.getByRole('region', { name: 'Notices' }).getByText(/saved/).waitFor();
  expect(await title.inputValue()).toBe('Typed meanwhile');
  await page.keyboard.press('Escape');
});

inBrowser('a share that is deleted late fetches nobody back who went elsewhere', async () => {
  const { page } = window;
  await openShare('Deleted late');
  const deleted = await holdAnswers(page, 'DELETE', ONE_SHARE);
  await button(page, 'More for this share').click();
  await page.getByRole('menuitem', { name: 'Delete share' }).click();
  await button(page.getByRole('dialog'), 'Delete share').click();
  await deleted.asked(1);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Assets', exact: true }).click();
  await page.getByRole('heading', { name: 'Assets' }).waitFor();
  const read = page.waitForResponse(/\/api\/v1\/session$/);
  deleted.release();
  await page.getByRole('region', { name: 'Notices' }).getByText('Deleted late').waitFor();
  await read;
  expect(new URL(page.url()).pathname).toBe('/');
});

inBrowser('what is selected while others are removed from a share stays selected', async () => {
  const { page } = window;
  await openShare('Of three');
  const removed = await holdAnswers(page, 'POST', /\/assets\/remove$/);
  const box = (place: number) => tile(page, fit[place]!.fileName).getByRole('checkbox');
  await box(0).check();
  await button(page, 'Remove from share').click();
  await removed.asked(1);
  await box(1).check();
  removed.release();
  await tile(page, fit[0]!.fileName).waitFor({ state: 'detached' });
  await page.locator('button[data-loading]').waitFor({ state: 'detached' });
  expect(await box(1).isChecked()).toBe(true);
});

inBrowser(
  'Share Enabled can be pressed again before the first answer, and the last press counts',
  async () => {
    const { page } = window;
    const share = await openShare('On and off');
    const toggle = page.getByRole('switch', { name: 'Share Enabled' });
    const changed = await holdAnswers(page, 'PATCH', ONE_SHARE);
    await toggle.uncheck({ force: true });
    await changed.asked(1);
    await toggle.check({ force: true });
    const second = page.waitForResponse((answer) => answer.request().postData() === '{"enabled":true}');
    changed.release();
    await second;
    expect(await toggle.isChecked()).toBe(true);
    expect((await mia.get<ShareView>(`/shares/${share.id}`)).enabled).toBe(true);
  },
);

inBrowser('a share that was being read before it was switched does not switch back', async () => {
  const { page } = window;
  const listening = page.waitForResponse(/\/api\/v1\/events$/);
  const share = await openShare('Read before');
  await listening;
  const read = await holdAnswers(page, 'GET', ONE_SHARE);
  await mia.request('PATCH', `/shares/${share.id}`, { description: 'Changed elsewhere' });
  await read.asked(1);
  const toggle = page.getByRole('switch', { name: 'Share Enabled' });
  await toggle.uncheck({ force: true });
  await page.getByRole('region', { name: 'Notices' }).getByText('Read before').waitFor();
  const readAgain = page.waitForResponse(ONE_SHARE);
  read.release();
  await readAgain;
  expect(await toggle.isChecked()).toBe(false);
});

inBrowser('whoever signs out is not told that the session ended, whichever answer comes first', async () => {
  const { page, close } = await journey!.newWindow();
  const listening = page.waitForResponse(/\/api\/v1\/events$/);
  await portal.signInTo(journey!.vitrine, page, 'mia@demo.test');
  await listening;
  const ended = await holdAnswers(page, 'DELETE', /\/api\/v1\/session$/);
  const refused = page.waitForResponse((answer) => answer.status() === 401);
  await page.getByRole('button', { name: /Mia/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await Promise.all([ended.asked(1), refused]);
  ended.release();
  await page.waitForURL(/\/sign-in/);
  expect(new URL(page.url()).search).toBe('');
  await close();
});
