import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, SessionView } from '@vitrine/contracts';
import type { Locator } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { assetsOf } from '../support/main-job.ts';
import { addManyAssets } from '../support/many-assets.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button, tile } = portal;
const COPIES = 230;

let journey: Journey | null = null;
let window: portal.Portal;
let mia: ApiPerson;
let assets: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const { currentDomainId } = await mia.get<SessionView>('/session');
  await addManyAssets(journey.vitrine, currentDomainId!, COPIES);
  assets = await assetsOf(mia);
  window = await journey.windowOf('mia@demo.test');
  await tile(window.page, assets[0]!.fileName).waitFor();
}, 180_000);
afterAll(() => journey?.close());

const nameOf = (index: number): string => assets[index]!.fileName;
const picture = (index: number): Locator => button(window.page, `Preview ${nameOf(index)}`);
const box = (index: number): Locator =>
  window.page.getByRole('checkbox', { name: `Select ${nameOf(index)}`, exact: true });
const press = (key: string) => window.page.keyboard.press(key);

/** Which of the first assets are selected. */
const expectSelected = (...wanted: number[]): Promise<true> =>
  until(`selected are ${wanted.join(', ')}`, async () => {
    const checked = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => box(index).isChecked()));
    const found = checked.flatMap((isChecked, index) => (isChecked ? [index] : []));
    return found.join() === wanted.join() ? true : null;
  });

const expectCount = (text: string | RegExp) =>
  window.page.getByRole('status').filter({ hasText: text }).first().waitFor();

const hasFocus = (place: Locator): Promise<true> =>
  until('it has the focus', async () => {
    const focused = window.page.locator(':focus');
    const [wanted, found] = [
      await place.getAttribute('aria-label'),
      await focused.getAttribute('aria-label'),
    ];
    return wanted === found ? true : null;
  });

const clear = async () => {
  await press('Escape');
  await window.page.getByText('Nothing selected').waitFor();
};

inBrowser('a question mark shows the shortcuts, and after a slash it is typed into the search', async () => {
  const { page } = window;
  await press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.getByText('Select everything that matches').waitFor();
  await press('Escape');
  await list.waitFor({ state: 'detached' });
  await press('/');
  await page.keyboard.type('?');
  await page.waitForURL(/q=/);
  expect(await list.count()).toBe(0);
  await portal.search(page, '');
  await button(page, 'Keyboard shortcuts').click();
  await button(list, 'Close').last().click();
  await list.waitFor({ state: 'detached' });
});

inBrowser(
  'arrow keys lead from asset to asset, space opens the preview, and arrows walk on there',
  async () => {
    const { page } = window;
    await picture(0).focus();
    await press('ArrowRight');
    await hasFocus(picture(1));
    await press(' ');
    await page.getByRole('dialog', { name: `Preview of ${nameOf(1)}` }).waitFor();
    await press('ArrowRight');
    await page.getByRole('dialog', { name: `Preview of ${nameOf(2)}` }).waitFor();
    await press('ArrowLeft');
    await page.getByRole('dialog', { name: `Preview of ${nameOf(1)}` }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await hasFocus(picture(1));
  },
);

inBrowser('arrows in a preview walk on beyond what is listed', async () => {
  const { page } = window;
  const found = await assetsOf(mia, '&q=copy');
  await page.goto(`${journey!.vitrine.url}/?q=copy&preview=${found[99]!.id}`);
  await page.getByRole('dialog', { name: `Preview of ${found[99]!.fileName}` }).waitFor();
  await page
    .getByRole('button', { name: 'Next asset' })
    .and(page.locator(':not([aria-disabled="true"])'))
    .click();
  await page.getByRole('dialog', { name: `Preview of ${found[100]!.fileName}` }).waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await portal.search(page, '');
  await tile(page, nameOf(0)).waitFor();
});

inBrowser('x selects what has the focus, and arrow keys with shift select what they pass', async () => {
  await picture(1).focus();
  await press('x');
  await expectSelected(1);
  await press('Shift+ArrowRight');
  await press('Shift+ArrowRight');
  await hasFocus(picture(3));
  await expectSelected(1, 2, 3);
  await press('x');
  await expectSelected(1, 2);
  await clear();
});

inBrowser('arrow keys lead from box to box too, and space ticks them', async () => {
  await box(0).focus();
  await press(' ');
  await press('ArrowRight');
  await hasFocus(box(1));
  await press('ArrowRight');
  await hasFocus(box(2));
  await press(' ');
  await expectSelected(0, 2);
  await clear();
});

inBrowser('a click with Ctrl selects one, and with shift all up to there', async () => {
  await picture(0).click({ modifiers: ['ControlOrMeta'] });
  await picture(2).click({ modifiers: ['ControlOrMeta'] });
  await expectSelected(0, 2);
  await picture(4).click({ modifiers: ['Shift'] });
  await expectSelected(0, 2, 3, 4);
  await clear();
});

inBrowser('a frame drawn with the mouse selects what it touches, beside what was selected', async () => {
  const { page } = window;
  await picture(4).click({ modifiers: ['ControlOrMeta'] });
  const [from, to] = [await picture(0).boundingBox(), await picture(1).boundingBox()];
  const [start, end] = [
    { x: from!.x + 60, y: from!.y + 60 },
    { x: to!.x + 60, y: to!.y + 90 },
  ];
  await until('a frame is drawn', async () => {
    // The page is ready for it a moment after it is shown.
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 5 });
    const isDrawn = await box(0).isChecked();
    if (!isDrawn) await page.mouse.up();
    return isDrawn ? true : null;
  });
  await expectSelected(0, 1, 4);
  await page.mouse.move(start.x + 10, end.y, { steps: 5 });
  await expectSelected(0, 4);
  await page.mouse.up();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await clear();
});

inBrowser(
  'Ctrl+A selects everything that matches, not only what is listed, and it is kept elsewhere',
  async () => {
    const { page } = window;
    await portal.search(page, 'copy');
    await expectCount(`${COPIES} assets`);
    await press('Tab');
    await press('ControlOrMeta+a');
    await expectCount(`${COPIES} selected`);
    await portal.search(page, '');
    await expectCount(`${COPIES} selected`);
    await button(page, 'Clear all').click();
  },
);

inBrowser('Select Visible selects what is listed, and then offers all of it', async () => {
  const { page } = window;
  await page.goto(`${journey!.vitrine.url}/?q=copy`);
  await expectCount(`${COPIES} assets`);
  await page.getByRole('checkbox', { name: 'Select Visible' }).check();
  await expectCount('100 selected');
  await button(page, `Select all ${COPIES}`).click();
  await expectCount(`${COPIES} selected`);
  expect(window.troubles).toEqual([]);
});
