import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button } = portal;

let journey: Journey | null = null;
let window: portal.Portal;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  window = await journey.newWindow();
  await window.page.goto(journey.vitrine.url);
  await portal.fillSignIn(window.page, 'mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const widthOf = async (thing: Locator): Promise<number> => (await thing.boundingBox())?.width ?? 0;

inBrowser('assets stand closer or further apart, and the address holds it', async () => {
  const { page } = window;
  const picture = button(page, /^Preview /).first();
  await picture.waitFor();
  const usual = await widthOf(picture);
  await button(page, 'Density: Comfortable').click();
  await page.getByRole('menuitemradio', { name: 'Spacious' }).click();
  await page.waitForURL(/density=spacious/);
  await until('larger pictures', async () => ((await widthOf(picture)) > usual ? true : null));
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await button(page, 'Density: Spacious').click();
  await page.getByRole('menuitemradio', { name: 'Compact' }).click();
  await until('smaller pictures', async () => ((await widthOf(picture)) < usual ? true : null));
  await page.goBack();
  await button(page, 'Density: Spacious').waitFor();
  await page.reload();
  await button(page, 'Density: Spacious').waitFor();
});
