import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button } = portal;

/** As a browser measures an element. */
type Measured = { scrollWidth: number; clientWidth: number; children: Iterable<Measured> };

const CLEAR = 'rgba(0, 0, 0, 0)';
const groundUnder = (thing: Locator): Promise<string> =>
  thing.evaluate((element: unknown) => {
    const view = globalThis as unknown as { getComputedStyle: (of: unknown) => { backgroundColor: string } };
    return view.getComputedStyle(element).backgroundColor;
  });

/** Where it is drawn, once nothing moves it any more. */
const whenStill = async (thing: Locator) => {
  await thing.click({ trial: true });
  const box = await thing.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return box;
};

let journey: Journey | null = null;
let window: portal.Portal;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

inBrowser('what is to be pressed is drawn in the accent, in light and in dark', async () => {
  const { page } = window;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    const [accent, ...used] = await page.evaluate<string[]>(
      `['--accent', '--mantine-color-ultramarine-text', '--mantine-color-ultramarine-light-color'].map((name) =>
        getComputedStyle(document.documentElement).getPropertyValue(name))`,
    );
    expect(used).toEqual([accent, accent]);
  }
});

inBrowser(
  'a dialog stands in the upper part of a large window, and stays where it is when it grows',
  async () => {
    const { page } = await journey!.windowOf('admin@demo.test');
    await page.setViewportSize({ width: 1680, height: 1050 });
    await page.goto(`${journey!.vitrine.url}/administration`);
    await button(page, 'New user').click();
    const dialog = page.getByRole('dialog', { name: 'New user' });
    const top = dialog.getByRole('heading', { name: 'New user' });
    await dialog.getByLabel('Name').and(page.locator(':focus')).waitFor();
    const before = await whenStill(top);
    await button(dialog, 'Create user').click();
    await dialog.getByText('Enter a name of 1 to 100 characters.').waitFor();
    expect(await whenStill(top)).toEqual(before);
    expect(before.y).toBeGreaterThan(100);
    await page.keyboard.press('Escape');
  },
);

inBrowser('on a phone what failed stands whole beside its way to try again', async () => {
  const { page } = window;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route('**/api/v1/shares?*', (route) => route.fulfill({ status: 500 }));
  await page.goto(journey!.vitrine.url);
  await page.getByRole('article').first().getByRole('checkbox').check();
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Add Assets to Existing Share' }).click();
  const again = button(page.getByRole('dialog').getByRole('alert'), 'Try again');
  await again.waitFor();
  const isCut = await again.evaluate(
    ({ scrollWidth, clientWidth, children }: Measured) =>
      scrollWidth > clientWidth || [...children].some((part) => part.scrollWidth > part.clientWidth),
  );
  expect(isCut).toBe(false);
  await page.unrouteAll();
});

inBrowser('a tab of a share that cannot be read says which, and is read when it is tried again', async () => {
  const { page } = window;
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const [asset] = await fitAssetsOf(mia);
  await mia.post('/shares', { title: 'On the first page', assetIds: [asset!.id], guests: [] });
  await page.goto(`${journey!.vitrine.url}/shares`);
  const parts = /\/api\/v1\/shares\/[^/]+\/(guests|activity)(\?|$)/;
  await page.getByRole('link', { name: 'On the first page' }).click();
  await page.route(parts, (route) => route.fulfill({ status: 500 }));
  for (const tab of ['Guests', 'Activity']) {
    await page.getByRole('tab', { name: tab }).click();
    const failed = page
      .getByRole('alert')
      .filter({ hasText: `The ${tab.toLowerCase()} could not be loaded` });
    await failed.waitFor();
    await page.unroute(parts);
    // What lives asks by itself, too, when it hears of something: then the button goes before it is pressed.
    const isRead = failed.waitFor({ state: 'detached' });
    await Promise.race([isRead, button(failed, 'Try again').click()]).then(() => isRead);
    await page.route(parts, (route) => route.fulfill({ status: 500 }));
  }
  await page.unrouteAll();
});

inBrowser('a dialog that asks for guests takes what is typed at once', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: 'Guests' }).click();
  await button(page, '+ Invite Guests').click();
  await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
});

inBrowser('where people cannot be searched, nobody is told that there is none of that name', async () => {
  const { page } = window;
  await page.route('**/api/v1/users?*', (route) => route.fulfill({ status: 500 }));
  await page.keyboard.type('Noah');
  await page.getByRole('listbox').getByText('People cannot be searched right now.').waitFor();
  await page.unrouteAll();
  await page.goto('about:blank');
});

inBrowser('what is pointed at is seen to be, in light and in dark', async () => {
  const { page } = window;
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(journey!.vitrine.url);
    const kind = button(page, /^Kind/);
    await page.mouse.move(0, 0);
    const atRest = await groundUnder(kind);
    await kind.hover();
    await until('the ground of a button', async () => ((await groundUnder(kind)) === atRest ? null : true));
    await kind.click();
    const [first, second] = ['Any kind', 'Image'].map((name) => page.getByRole('menuitemradio', { name }));
    await second!.hover();
    await until('one entry alone', async () =>
      (await groundUnder(first!)) === CLEAR && (await groundUnder(second!)) !== CLEAR ? true : null,
    );
    await page.keyboard.press('Escape');
  }
});

inBrowser('nothing is written smaller than facts are', async () => {
  const { page } = window;
  const sizes = () =>
    page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
      .filter((element) => [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== ''))
      .filter((element) => element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) < 13)
      .map((element) => element.textContent)`);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${journey!.vitrine.url}/?availability=expired`);
    await page.getByRole('article').first().waitFor();
    expect(await sizes()).toEqual([]);
    await page.goto(`${journey!.vitrine.url}/shares`);
    await page.getByRole('link', { name: 'On the first page' }).click();
    await page.getByRole('tab', { name: 'Guests' }).click();
    await button(page, '+ Invite Guests').click();
    await page.getByLabel('Search for internal users').fill('rita@gallery.example,');
    await button(page, 'Remove rita@gallery.example').waitFor();
    expect(await sizes()).toEqual([]);
  }
});

inBrowser('wherever one searches, the field looks the same', async () => {
  const { page } = window;
  await page.goto(`${journey!.vitrine.url}/shares`);
  const fields = page.locator('input[type=search]');
  await fields.nth(1).waitFor();
  const [first, second] = await fields.evaluateAll((inputs: unknown[]) => {
    const view = globalThis as unknown as { getComputedStyle: (of: unknown) => Record<string, string> };
    return inputs.map((input) => {
      const { backgroundColor, borderColor, height, fontSize } = view.getComputedStyle(input);
      return { backgroundColor, borderColor, height, fontSize };
    });
  });
  expect(first).toEqual(second);
});
