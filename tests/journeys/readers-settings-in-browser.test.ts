import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { inBrowser } from '../support/browser-journey.ts';
import { button } from '../support/portal.ts';
import { type Screens, openScreens } from '../support/screens.ts';

let screens: Screens | null = null;
beforeAll(async () => {
  screens = await openScreens('For every reader');
}, 180_000);
afterAll(() => screens?.journey.close());

const styleOf = (place: Locator, name: string): Promise<string> =>
  place.evaluate((element: unknown, property: string) => {
    const view = globalThis as unknown as { getComputedStyle: (of: unknown) => Record<string, string> };
    return view.getComputedStyle(element)[property] ?? '';
  }, name);

/** What a word for a colour is to this reader. */
const systemColour = (page: Page, name: string): Promise<string> =>
  page.evaluate<string>(`(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = ${JSON.stringify(name)};
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  })()`);

inBrowser('in colours of the reader it is seen what is selected and what cannot be pressed', async () => {
  const { open, window } = screens!;
  const { page } = window;
  await page.emulateMedia({ forcedColors: 'active' });
  await open('/');
  const asset = page.getByRole('article').first();
  const box = asset.getByRole('checkbox');
  await box.waitFor();
  const share = button(page, 'Share');
  const [quiet, marked] = [await systemColour(page, 'GrayText'), await systemColour(page, 'Highlight')];
  expect(await styleOf(share, 'color')).toBe(quiet);
  expect(await styleOf(box, 'backgroundColor')).toBe(await systemColour(page, 'Canvas'));
  await box.check();
  expect(await styleOf(share, 'color')).not.toBe(quiet);
  expect(await styleOf(asset, 'outlineStyle')).toBe('solid');
  expect(await styleOf(asset, 'outlineColor')).toBe(marked);
  await page.emulateMedia({ forcedColors: 'none' });
});

inBrowser('who asks for more contrast has darker lines and quiet words, in light and in dark', async () => {
  const { window } = screens!;
  const { page } = window;
  const inks = () =>
    page.evaluate<string[]>(`['--hairline', '--ink-quiet'].map((name) =>
      getComputedStyle(document.documentElement).getPropertyValue(name))`);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, contrast: 'no-preference' });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    const [line, quiet] = await inks();
    await page.emulateMedia({ colorScheme, contrast: 'more' });
    const [clearLine, clearQuiet] = await inks();
    expect(clearLine).not.toBe(line);
    expect(clearQuiet).not.toBe(quiet);
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
});

inBrowser('on paper a share is its title and what is in it, without anything to press', async () => {
  const { open, window, share } = screens!;
  const { page } = window;
  await page.emulateMedia({ media: 'print' });
  for (const [tab, shown] of [
    ['assets', 'JPEG'],
    ['guests', 'rita@gallery.example'],
    ['activity', 'created the share'],
  ] as const) {
    await open(`/shares/${share.id}?tab=${tab}`);
    await page.getByText(shown).first().waitFor();
    expect(await page.getByRole('heading', { name: 'For every reader' }).isVisible()).toBe(true);
    for (const place of [page.getByRole('navigation'), page.getByRole('toolbar'), page.getByRole('tab')])
      expect(await place.filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('button:visible:not([data-asset-focus])').count()).toBe(0);
  }
  await page.emulateMedia({ media: 'screen' });
});

inBrowser("on paper a guest's pictures end where the paper does", async () => {
  const { newWindow, links, open } = screens!;
  const guest = await newWindow();
  const { page } = guest;
  await open(links.guest, guest);
  await button(page, 'Open share').click();
  await page.getByRole('article').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  // As a browser lays it out for paper: narrower than the window that the rows were set for.
  await page.addStyleTag({ content: 'main { width: 680px }' });
  const rights = await page
    .getByRole('article')
    .evaluateAll((tiles: { getBoundingClientRect: () => { right: number } }[]) =>
      tiles.map((tile) => tile.getBoundingClientRect().right),
    );
  const main = await page.locator('main').boundingBox();
  expect(Math.max(...rights)).toBeLessThanOrEqual(main!.x + 681);
  await guest.close();
});
