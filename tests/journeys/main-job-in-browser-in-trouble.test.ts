import { afterAll, beforeAll, expect } from '@jest/globals';
import type { GuestView, ShareView } from '@vitrine/contracts';
import type { Locator, Route } from 'playwright-core';
import { expectNoBarrier } from '../support/accessibility.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { type Page, fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const SLOW = 'The portal is taking long to answer.';
const UNREACHABLE = /The portal cannot be reached/;

let journey: Journey | null = null;
let window: portal.Portal;
let mia: ApiPerson;
let fileName: string;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fileName = (await fitAssetsOf(mia))[0]!.fileName;
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const ownShares = async () => (await mia.get<Page<ShareView>>('/shares?scope=owned')).items;

/** Lets the first request to an address through to the server, and loses its answer on the way back. */
const loseFirstAnswer = async (address: RegExp): Promise<void> => {
  let isLost = false;
  const lose = async (route: Route): Promise<void> => {
    if (isLost || route.request().method() !== 'POST') return route.fallback();
    isLost = true;
    await route.fetch();
    await route.abort('connectionreset');
  };
  await window.page.route(address, lose);
};

const middleOf = async (place: Locator): Promise<{ x: number; y: number }> => {
  await place.waitFor();
  const box = await place.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

inBrowser(
  'on a phone a menu stands in its place from its first moment, and a mouse hits its items',
  async () => {
    const { page } = window;
    await page.setViewportSize({ width: 390, height: 800 });
    for (const round of ['first', 'second', 'third']) {
      const found = await portal.find(page, fileName);
      // Pressed while the sheet is still rising: nobody waits for that.
      await found.getByRole('checkbox').check();
      const share = button(page, 'Share');
      const { x, y } = await middleOf(share);
      await page.mouse.click(x, y);
      const item = page.getByRole('menuitem', { name: 'Create New Share' });
      const first = await middleOf(item);
      await page.mouse.click(first.x, first.y);
      const dialog = page.getByRole('dialog', { name: 'Create New Share' });
      await dialog.waitFor();
      expect({ round, y: (await middleOf(share)).y }).toEqual({ round, y });
      await button(dialog, 'Cancel').click();
      await dialog.waitFor({ state: 'detached' });
      await button(page, 'Clear all').click();
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await portal.search(page, '');
  },
);

inBrowser('when the answer to Create Share is lost, then another try makes no second share', async () => {
  const { page } = window;
  await portal.select(page, [fileName]);
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create New Share' });
  await dialog.getByLabel('Title').fill('Only once');
  await loseFirstAnswer(/\/api\/v1\/shares$/);
  await button(dialog, 'Create Share').click();
  await dialog.getByText(UNREACHABLE).waitFor();
  await button(dialog, 'Create Share').click();
  await dialog.waitFor({ state: 'detached' });
  expect((await ownShares()).map(({ title }) => title)).toEqual(['Only once']);
});

inBrowser('when the answer to an invitation is lost, then another try invites and mails once', async () => {
  const { page } = window;
  const [share] = await ownShares();
  await page.goto(`${journey!.vitrine.url}/shares/${share!.id}?tab=guests`);
  await button(page, '+ Invite Guests').click();
  const dialog = page.getByRole('dialog', { name: 'Invite guests' });
  await dialog.getByLabel('Search for internal users').fill('rita@gallery.example,');
  await loseFirstAnswer(/\/guests$/);
  await button(dialog, 'Invite 1 guest').click();
  await dialog.getByText(UNREACHABLE).waitFor();
  await button(dialog, 'Invite 1 guest').click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('1 guest was invited and gets a mail with a link').waitFor();
  const { items } = await mia.get<{ items: GuestView[] }>(`/shares/${share!.id}/guests`);
  expect(items.map(({ email }) => email)).toEqual(['rita@gallery.example']);
});

inBrowser('when the server is gone, then a page says so and shows itself when it is back', async () => {
  const { page } = window;
  await page.goto(journey!.vitrine.url);
  await page.getByRole('article').first().waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Shares', exact: true }).click();
  await page.getByText('No connection. What you see stays').waitFor();
  const alert = page.getByRole('alert').filter({ hasText: /could not be (loaded|shown)/ });
  await alert.waitFor();
  await button(page, 'Try again').click();
  await alert.waitFor();
  // Once is enough: the line below says why.
  expect(await alert.innerText()).not.toMatch(UNREACHABLE);
  await page.context().setOffline(false);
  await page.getByText('Only once').waitFor();
  await page.getByText('No connection. What you see stays').waitFor({ state: 'detached' });
});

inBrowser('when an answer does not come, then that is said, and nobody has to wait for it', async () => {
  const { page, ...slow } = await journey!.windowOf('mia@demo.test');
  await page.clock.install();
  const list = await portal.hold(page, /\/api\/v1\/shares\?/);
  await page.goto(`${journey!.vitrine.url}/shares`);
  await list.asked;
  await page.clock.fastForward(10_000);
  await page.getByRole('status').filter({ hasText: SLOW }).waitFor();
  await expectNoBarrier(page, 'an answer that does not come');
  await button(page, 'Stop waiting').click();
  await page
    .getByRole('alert')
    .filter({ hasText: /could not be loaded.*did not answer in time/s })
    .waitFor();
  await page.getByText(SLOW).waitFor({ state: 'detached' });
  await list.letThrough();
  await button(page, 'Try again').click();
  await page.getByText('Only once').waitFor();
  expect(slow.troubles).toEqual([]);
  await slow.close();
});

inBrowser('when what a dialog does gets no answer, then it is given up there and tried again', async () => {
  const { page, ...slow } = await journey!.windowOf('mia@demo.test');
  await page.clock.install();
  await portal.select(page, [fileName]);
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill('After a while');
  await dialog.getByText('1 asset will be included').waitFor();
  const making = await portal.hold(page, /\/api\/v1\/shares$/);
  await button(dialog, 'Create Share').click();
  await making.asked;
  await page.clock.fastForward(10_000);
  await expectNoBarrier(page, 'a dialog that gets no answer');
  await button(dialog, 'Stop waiting').click();
  await dialog.getByText('The portal did not answer in time. Nothing was lost; try again.').waitFor();
  await making.letThrough();
  await button(dialog, 'Create Share').click();
  await page.getByText('“After a while” was created').waitFor();
  await slow.close();
});

inBrowser('when a download cannot be asked for, then it says so and the selection is kept', async () => {
  const { page } = window;
  await page.goto(journey!.vitrine.url);
  await portal.select(page, [fileName]);
  await page.context().setOffline(true);
  await page.getByText('No connection. What you see stays').waitFor();
  await button(page, 'Download').click();
  await page.getByRole('alert').filter({ hasText: 'This did not come through.' }).waitFor();
  await page.getByText('1 selected').waitFor();
  await page.context().setOffline(false);
  expect((await portal.taken(page, () => button(page, 'Download').click())).fileName).toBe(fileName);
});

inBrowser('when the session ends while a page is open, then it says so and leads back there', async () => {
  const { page } = window;
  await page.goto(`${journey!.vitrine.url}/shares`);
  await page.getByText('Only once').waitFor();
  await page.context().clearCookies();
  await page.getByText('Only once').click();
  await page.getByText('Your session has ended. Sign in to go on where you were.').waitFor();
  await portal.fillSignIn(page, 'mia@demo.test');
  await page.getByRole('heading', { name: 'Only once' }).waitFor();
});

inBrowser('and in all this nothing fails in the page itself', () => {
  // What was told in the place of a page that could not be read stands in the console too.
  expect(window.troubles.filter((trouble) => !trouble.startsWith('console: ApiError: offline'))).toEqual([]);
  return Promise.resolve();
});
