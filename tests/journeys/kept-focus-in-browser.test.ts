import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { expectFocusOn, pressOn, tabTo } from '../support/by-keyboard.ts';
import { holdAnswers } from '../support/held-answers.ts';
import { fitAssetsOf, shareOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button } = portal;

let journey: Journey | null = null;
let mia: ApiPerson;
let fit: AssetView[];
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 3);
  share = await shareOf(mia, { title: 'Kept in hand', assets: fit });
}, 180_000);
afterAll(() => journey?.close());

const hasContentFocus = (page: portal.Portal['page']) => async () =>
  (await page.evaluate<string>('document.activeElement.tagName')) === 'MAIN' ? true : null;

inBrowser(
  'a button that was pressed has the focus while it waits, and when there is nothing for it',
  async () => {
    const { page, close } = await journey!.windowOf('mia@demo.test');
    await page.goto(`${journey!.vitrine.url}/shares/${share.id}`);
    await portal.tile(page, fit[0]!.fileName).getByRole('checkbox').check();
    const removal = button(page, 'Remove from share');
    const removed = await holdAnswers(page, 'POST', /\/assets\/remove$/);
    await pressOn(removal, 'Enter', 'Shift+Tab');
    await removed.asked(1);
    await expectFocusOn(removal);
    await page.keyboard.press('Enter');
    removed.release();
    await page.getByText('1 asset was removed from the share').waitFor();
    await page.getByText('Nothing selected').first().waitFor();
    await expectFocusOn(removal);
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByText('1 asset is back in the share').waitFor();
    await close();
  },
);

inBrowser('where the way to a page is no part of it, its content has the focus', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.goto(`${journey!.vitrine.url}/shares`);
  // Its ring is drawn around the card.
  await page
    .getByRole('main')
    .getByRole('link', { name: /Kept in hand/ })
    .press('Enter');
  await page.getByRole('heading', { name: 'Kept in hand' }).waitFor();
  await until('the content has the focus', hasContentFocus(page));
  await close();
});

inBrowser('where a row is gone, the one beside it has the focus, and then the dialog', async () => {
  const { page, close } = await journey!.windowOf('noah@demo.test');
  await signedIn(journey!.vitrine.url, 'noah@demo.test');
  await signedIn(journey!.vitrine.url, 'noah@demo.test');
  await page.reload();
  await button(page, /account of/).click();
  await page.getByRole('menuitem', { name: 'Where you are signed in' }).click();
  const dialog = page.getByRole('dialog');
  const ends = button(dialog, /^Sign out .+/).and(page.locator('li button'));
  await until('both are listed', async () => ((await ends.count()) === 2 ? true : null));
  await pressOn(ends.first());
  await until('one is gone', async () => ((await ends.count()) === 1 ? true : null));
  await expectFocusOn(ends.first());
  await page.keyboard.press('Enter');
  await until('both are gone', async () => ((await ends.count()) === 0 ? true : null));
  const isWithin = 'document.activeElement.closest("[aria-modal]") !== null';
  await until('the dialog has the focus', async () =>
    (await page.evaluate<boolean>(isWithin)) ? true : null,
  );
  await close();
});

inBrowser('who is named as a guest is told to whoever hears the page', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.goto(`${journey!.vitrine.url}/shares/${share.id}?tab=guests`);
  await button(page, '+ Invite Guests').click();
  const dialog = page.getByRole('dialog', { name: 'Invite guests' });
  await tabTo(dialog.getByLabel('Search for internal users'));
  await page.keyboard.type('rita@gallery.example,');
  await dialog.getByRole('status').getByText('1 guest to be invited').waitFor();
  await page.keyboard.press('Backspace');
  await until('nobody is named', async () =>
    (await dialog.getByText('1 guest to be invited').count()) === 0 ? true : null,
  );
  expect(await dialog.getByRole('alert').count()).toBe(0);
  await close();
});

inBrowser('where one dialog led to another, the focus goes back to what opened the first', async () => {
  const { page, close } = await journey!.windowOf('admin@demo.test');
  await page.goto(`${journey!.vitrine.url}/administration`);
  const opener = button(page, 'New user');
  await pressOn(opener);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Kim Keys');
  await dialog.getByLabel('Email').fill('kim@demo.test');
  await dialog.getByLabel('Brand').check();
  await pressOn(button(dialog, 'Create user'));
  await button(dialog, 'Done').waitFor();
  await page.keyboard.press('Escape');
  await expectFocusOn(opener);
  await close();
});
