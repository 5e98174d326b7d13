import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { dotsAtLineEnds } from '../support/dots.ts';
import { assetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { DEMO_PASSWORD } from '../support/running-vitrine.ts';
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
  expect(await button(page, 'Density: Comfortable').innerText()).toBe('Density');
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

inBrowser('a picture is looked at closer where it is pressed, and by keys', async () => {
  const { page } = window;
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const drawn = (await assetsOf(mia, '&kind=image')).find(({ previewUrl }) => previewUrl !== null);
  await page.goto(`${journey!.vitrine.url}/?preview=${drawn!.id}`);
  const preview = page.getByRole('dialog', { name: `Preview of ${drawn!.fileName}` });
  const picture = preview.getByRole('img', { name: drawn!.title });
  await picture.and(page.locator('[data-read]')).waitFor();
  const whole = await widthOf(picture);
  await picture.click({ position: { x: 10, y: 10 } });
  await preview.getByText('2×').first().waitFor();
  expect(await widthOf(picture)).toBeCloseTo(2 * whole, 0);
  await page.keyboard.press('+');
  await preview.getByText('3×').first().waitFor();
  await button(preview, 'Zoom out').click();
  await preview.getByText('2×').first().waitFor();
  await page.keyboard.press('0');
  await preview.getByText('1×').first().waitFor();
  expect(await widthOf(picture)).toBeCloseTo(whole, 0);
});

inBrowser('who looks closer than the preview goes sees all the pixels that the file has', async () => {
  const { page } = window;
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const large = (await assetsOf(mia, '&kind=image')).find(({ width }) => (width ?? 0) > 1_600)!;
  await page.goto(`${journey!.vitrine.url}/?preview=${large.id}`);
  const picture = page.getByRole('dialog').getByRole('img', { name: large.title });
  await picture.and(page.locator('[data-read]')).waitFor();
  const widthRead = () =>
    picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
  expect(await widthRead()).toBe(1_600);
  await page.keyboard.press('+');
  await until('all of its pixels', async () => ((await widthRead()) === large.width ? true : null));
  await page.keyboard.press('0');
  expect(await widthRead()).toBe(large.width);
});

inBrowser('a preview that cannot be read says so, and is there when it is tried again', async () => {
  const { page } = window;
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const drawn = (await assetsOf(mia, '&kind=image')).findLast(({ previewUrl }) => previewUrl !== null);
  const preview = page.getByRole('dialog', { name: `Preview of ${drawn!.fileName}` });
  const address = `**${drawn!.previewUrl!}`;
  await page.route(address, (route) => route.fulfill({ status: 503 }));
  await page.goto(`${journey!.vitrine.url}/?preview=${drawn!.id}`);
  await preview.getByRole('alert').filter({ hasText: 'The preview could not be loaded.' }).waitFor();
  await page.unroute(address);
  await button(preview, 'Try again').click();
  await preview.getByRole('img', { name: drawn!.title }).and(page.locator('[data-read]')).waitFor();
});

inBrowser('a preview that never comes is not waited for for ever', async () => {
  const { page, ...other } = await journey!.windowOf('mia@demo.test');
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const drawn = (await assetsOf(mia, '&kind=image')).findLast(({ previewUrl }) => previewUrl !== null);
  await page.clock.install();
  const picture = await portal.hold(page, new RegExp(`${drawn!.previewUrl!}$`));
  await page.goto(`${journey!.vitrine.url}/?preview=${drawn!.id}`);
  await picture.asked;
  const preview = page.getByRole('dialog', { name: `Preview of ${drawn!.fileName}` });
  await preview.getByRole('img', { name: drawn!.title }).waitFor();
  await page.clock.fastForward(60_000);
  await preview.getByRole('alert').filter({ hasText: 'The preview could not be loaded.' }).waitFor();
  await picture.letThrough();
  await button(preview, 'Try again').click();
  await preview.getByRole('img', { name: drawn!.title }).and(page.locator('[data-read]')).waitFor();
  await other.close();
});

inBrowser('where facts take several lines, none begins or ends with the dot between two', async () => {
  const { page } = window;
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const assets = await assetsOf(mia, '&kind=image');
  const [asset] = assets;
  const assetIds = assets.slice(0, 12).map(({ id }) => id);
  const guests = ['rita@gallery.example', 'otis@gallery.example'].map((email) => ({ email }));
  await mia.post('/shares', { title: 'Many facts', assetIds, guests, durationDays: 7 });
  for (const width of [320, 360, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${journey!.vitrine.url}/shares`);
    await page.getByText(/^\d+.assets? · .+updated/).waitFor();
    expect(await dotsAtLineEnds(page)).toEqual([]);
    await page.goto(`${journey!.vitrine.url}/?preview=${asset!.id}`);
    await page.getByRole('dialog').getByText('Added', { exact: false }).waitFor();
    expect(await dotsAtLineEnds(page)).toEqual([]);
  }
});

inBrowser('a title of one long word stays within the dialogs and notices that name it', async () => {
  const { page } = window;
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const assetIds = (await assetsOf(mia, '&kind=image')).slice(0, 1).map(({ id }) => id);
  const { share } = await mia.post<{ share: { id: string } }>('/shares', {
    title: 'W'.repeat(200),
    assetIds,
  });
  const isWhole = (thing: Locator) =>
    thing.evaluate((element: unknown) => {
      const { scrollWidth, clientWidth } = element as { scrollWidth: number; clientWidth: number };
      return scrollWidth <= clientWidth;
    });
  await page.goto(`${journey!.vitrine.url}/shares/${share.id}`);
  await button(page, 'More for this share').click();
  await page.getByRole('menuitem', { name: 'Delete share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this share?' });
  const words = dialog.getByText('is gone for good');
  await words.waitFor();
  expect(await isWhole(words)).toBe(true);
  await button(dialog, 'Delete share').click();
  const notice = page.getByRole('region', { name: 'Notices' }).getByText('was deleted');
  await notice.waitFor();
  expect(await isWhole(notice)).toBe(true);
});

inBrowser('the way back leads out of a dialog, and only then off the page below', async () => {
  const { page } = window;
  await page.goto(`${journey!.vitrine.url}/shares`);
  await page.getByRole('link', { name: 'Many facts' }).click();
  await page.getByRole('tab', { name: 'Guests' }).click();
  await page.waitForURL(/tab=guests/);
  await button(page, '+ Invite Guests').click();
  const dialog = page.getByRole('dialog', { name: 'Invite guests' });
  await dialog.waitFor();
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  await page.waitForURL(/tab=guests/);
  await button(page, '+ Invite Guests').and(page.locator(':focus')).waitFor();
  await page.goBack();
  await page.getByRole('tab', { name: 'Assets', selected: true }).waitFor();
});

inBrowser(
  'on the narrowest phone nothing that can be pressed loses its words, in German neither',
  async () => {
    const { page, ...german } = await journey!.newWindow('de-DE');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(journey!.vitrine.url);
    await page.getByRole('textbox', { name: 'E-Mail' }).fill('mia@demo.test');
    await page.getByLabel('Passwort').first().fill(DEMO_PASSWORD);
    await button(page, 'Anmelden').click();
    await page.getByRole('article').first().getByRole('checkbox').check();
    await page.getByText('1 ausgewählt').waitFor();
    const cut = await page
      .locator('button span, label span')
      .evaluateAll((texts) =>
        (texts as unknown as { scrollWidth: number; clientWidth: number; textContent: string }[])
          .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
          .map(({ textContent }) => textContent),
      );
    expect(cut).toEqual([]);
    await german.close();
  },
);
