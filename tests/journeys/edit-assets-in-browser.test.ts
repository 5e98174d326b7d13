import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import type { Locator } from 'playwright-core';
import { expectNoBarrier } from '../support/accessibility.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { PNG, type Page } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const NAMES = ['edited-one.png', 'edited-two.png'];

let journey: Journey | null = null;
let window: portal.Portal;
let mia: ApiPerson;
let folder: string;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  folder = await mkdtemp(path.join(tmpdir(), 'vitrine-files-'));
  for (const name of NAMES) await writeFile(path.join(folder, name), Buffer.concat([PNG, randomBytes(8)]));
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(async () => {
  await journey?.close();
  if (journey !== null) await rm(folder, { recursive: true });
});

const assetsNow = async (): Promise<AssetView[]> => {
  const { items } = await mia.get<Page<AssetView>>('/assets?q=edited');
  return items.toSorted((one, other) => one.fileName.localeCompare(other.fileName));
};
const choose = (dialog: Locator, group: string, option: string) =>
  dialog.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option, exact: true }).check();
const day = (inDays: number): string => {
  const date = new Date(Date.now() + inDays * 86_400_000);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

inBrowser('after an upload, titles are given one by one and rights to all at once', async () => {
  const { page } = window;
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Upload').click()]);
  await chooser.setFiles(NAMES.map((name) => path.join(folder, name)));
  const panel = page.getByRole('region', { name: 'Uploads', exact: true });
  await panel.getByText('2 files uploaded').waitFor();
  await button(panel, 'Edit 2 assets').click();
  const dialog = page.getByRole('dialog', { name: 'Edit 2 assets' });
  const title = dialog.getByRole('textbox', { name: 'Title of edited-one.png' });
  await title.waitFor();
  const save = button(dialog, 'Save');
  await button(dialog, 'Cancel').focus();
  await page.keyboard.press('Tab');
  await page.getByRole('tooltip', { name: 'All of them are like this already' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await save.getAttribute('aria-disabled')).toBe('true');
  await title.fill('The first');
  await choose(dialog, 'May be shared', 'No');
  await choose(dialog, 'Expiry', 'On a day');
  await save.click();
  await dialog.getByText('Choose today or a later day.').waitFor();
  await expectNoBarrier(page, 'edit assets');
  await dialog.getByLabel('Last day').fill(day(3));
  await save.click();
  await page.getByText('2 assets were saved').waitFor();
  await dialog.waitFor({ state: 'detached' });
  const [first, second] = await assetsNow();
  expect(first).toMatchObject({ title: 'The first', shareable: false });
  expect(second).toMatchObject({ title: expect.not.stringContaining('first'), shareable: false });
  const left = Date.parse(second!.expiresAt!) - Date.now();
  expect(left / 86_400_000).toBeGreaterThan(2.9);
  expect(left / 86_400_000).toBeLessThan(4.1);
});

inBrowser(
  'what is selected is edited, and what could not be saved says so and is saved the next time',
  async () => {
    const { page } = window;
    await portal.select(page, NAMES);
    let isRefused = false;
    await page.route(/\/api\/v1\/assets\/[^/]+$/, async (route) => {
      if (isRefused || route.request().method() !== 'PATCH') return route.fallback();
      isRefused = true;
      await route.abort('connectionreset');
    });
    await button(page, 'Edit').click();
    const dialog = page.getByRole('dialog', { name: 'Edit 2 assets' });
    await choose(dialog, 'May be shared', 'Yes');
    await choose(dialog, 'Expiry', 'Never');
    await button(dialog, 'Save').click();
    await dialog.getByText('1 asset could not be saved; the others were.', { exact: false }).waitFor();
    expect((await assetsNow()).filter(({ shareable }) => shareable)).toHaveLength(1);
    await button(dialog, 'Save').click();
    await dialog.waitFor({ state: 'detached' });
    expect(await assetsNow()).toMatchObject([
      { shareable: true, expiresAt: null, title: 'The first' },
      { shareable: true, expiresAt: null },
    ]);
    expect(window.troubles).toEqual([]);
  },
);
