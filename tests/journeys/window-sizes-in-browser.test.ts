import { afterAll, beforeAll, expect } from '@jest/globals';
import type { ShareView } from '@vitrine/contracts';
import type { Locator, Page } from 'playwright-core';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf, shareOf } from '../support/main-job.ts';
import { type Portal, button } from '../support/portal.ts';
import { until } from '../support/until.ts';

const PHONE = { width: 390, height: 844 };

let journey: Journey | null = null;
let window: Portal;
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const assets = (await fitAssetsOf(mia)).slice(0, 4);
  share = await shareOf(mia, { title: 'Of every size', assets, guests: [{ email: 'rita@gallery.example' }] });
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const boxOf = async (place: Locator): Promise<Box> => {
  const box = await place.boundingBox();
  if (box === null) throw new Error('It is not to be seen.');
  return box;
};
const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const open = (path: string, { page } = window) => page.goto(`${journey!.vitrine.url}${path}`);

/** Runs in the page: the labels that are seen above and below a field, and not what lies over them. */
const seenAround = (): string[] => {
  const { document } = globalThis as unknown as {
    document: {
      querySelectorAll: (of: string) => Iterable<{
        textContent: string;
        contains: (other: unknown) => boolean;
        getBoundingClientRect: () => { x: number; y: number; height: number };
      }>;
      elementFromPoint: (x: number, y: number) => unknown;
    };
  };
  return [...document.querySelectorAll('[role="dialog"] label')].flatMap((label) => {
    const { x, y, height } = label.getBoundingClientRect();
    const isSeen = label.contains(document.elementFromPoint(x + 4, y + height / 2));
    return isSeen ? [label.textContent.replaceAll('*', '').trim()] : [];
  });
};

/** What of the toolbar ends beside the window, by its words. */
const besideWindow = async (page: Page): Promise<string[]> => {
  const tools = await page.getByRole('toolbar').locator('button:visible, label:visible').all();
  const { width } = page.viewportSize()!;
  const beside = await Promise.all(
    tools.map(async (tool) => {
      const box = await boxOf(tool);
      return box.x + box.width > width ? [(await tool.textContent()) ?? ''] : [];
    }),
  );
  return beside.flat();
};

inBrowser('between a phone and a desk all tools stand in the window, in German too', async () => {
  const german = await journey!.windowOf('mia@demo.test');
  const { page } = german;
  await page.evaluate("localStorage.setItem('vitrine.language', 'de')");
  for (const width of [768, 844, 1_000, 1_024]) {
    await page.setViewportSize({ width, height: 800 });
    await open('/', german);
    await page.getByRole('article').first().getByRole('checkbox').check();
    await button(page, 'Teilen').waitFor();
    expect(await besideWindow(page)).toEqual([]);
    await open(`/shares/${share.id}`, german);
    await button(page, 'Alle laden').waitFor();
    expect(await besideWindow(page)).toEqual([]);
  }
  await german.close();
});

inBrowser('on a phone on its side what is selected stays in view', async () => {
  const { page } = window;
  await page.setViewportSize({ width: 844, height: 390 });
  await open('/');
  await page.getByRole('article').nth(4).getByRole('checkbox').check();
  await until('Share has risen into view', async () => {
    const { y, height } = await boxOf(button(page, 'Share'));
    return y > 0 && y + height < 390 ? true : null;
  });
});

inBrowser('on a phone what is told covers neither the title nor what stands at the bottom', async () => {
  const { page } = window;
  await page.setViewportSize(PHONE);
  await open('/');
  const file = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('A note.') };
  await page.locator('input[type=file]').setInputFiles(file);
  const panel = page.getByRole('region', { name: 'Uploads' });
  await panel.waitFor();
  await page.getByRole('article').nth(1).getByRole('checkbox').check();
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  await page.getByLabel('Title').fill('Told of');
  await button(page, 'Create Share').click();
  const notice = page.getByRole('region', { name: 'Notices' });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // What is pointed at stays.
  await notice.getByText('was created').hover();
  await button(page, 'Share').waitFor({ state: 'hidden' });
  const heading = page.getByRole('heading', { level: 1 });
  for (const place of [page.getByRole('banner'), heading, page.getByRole('navigation'), panel])
    // What stands at the bottom sinks with the sheet of the selection, for a moment.
    await until('it is not covered', async () =>
      overlap(await boxOf(notice), await boxOf(place)) ? null : true,
    );
});

inBrowser('on a phone every asset has as many facts as the others', async () => {
  const { page } = window;
  await page.setViewportSize(PHONE);
  await open('/?availability=available');
  const tiles = page.getByRole('article');
  await tiles.getByRole('checkbox').first().waitFor();
  const facts = await tiles.evaluateAll((found: { innerText: string }[]) =>
    found.slice(0, 6).map(({ innerText }) => innerText.split('·').length),
  );
  expect(new Set(facts)).toEqual(new Set([2]));
});

inBrowser('in a wide window what is said of a guest or an asset stays near the name', async () => {
  const { page } = window;
  await page.setViewportSize({ width: 2_560, height: 1_440 });
  await open(`/shares/${share.id}?tab=guests`);
  const guest = page.getByRole('listitem', { name: 'rita@gallery.example' });
  await guest.waitFor();
  expect((await boxOf(guest)).width).toBeLessThanOrEqual(1_280);
  await open('/?layout=list');
  const row = page.getByRole('article').first();
  const [name, type] = [row.locator('[class*=words]'), row.locator('[class*=type]')];
  await type.waitFor();
  expect((await boxOf(type)).x - (await boxOf(name)).x).toBeLessThan(1_200);
});

inBrowser('enlarged four times, a dialog has room for more than its buttons', async () => {
  const { page } = window;
  await page.setViewportSize({ width: 320, height: 200 });
  await open('/');
  await page.getByRole('article').first().getByRole('checkbox').check();
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  const dialog = page.getByRole('dialog');
  const title = dialog.getByLabel('Title');
  await title.scrollIntoViewIfNeeded();
  // With its label and what stands below: a field alone is no more than a slit.
  expect(await page.evaluate(seenAround)).toEqual(['Title', 'Description']);
  await button(dialog, 'Create Share').scrollIntoViewIfNeeded();
  expect((await boxOf(button(dialog, 'Create Share'))).y).toBeLessThan(200);
});

/** Of the pictures that are in view, whether each is the large one. */
const largeOnesOf = (page: Page): Promise<boolean[]> =>
  page
    .getByRole('article')
    .locator('img')
    .evaluateAll((pictures) =>
      (pictures as unknown as { currentSrc: string }[])
        .filter(({ currentSrc }) => currentSrc !== '')
        .map(({ currentSrc }) => currentSrc.endsWith('size=large')),
    );

inBrowser('on a screen of fine pixels pictures that are drawn large are drawn sharp', async () => {
  const { page } = window;
  const devTools = await page.context().newCDPSession(page);
  const seenAt = async (deviceScaleFactor: number, path: string): Promise<Set<boolean>> => {
    await devTools.send('Emulation.setDeviceMetricsOverride', {
      ...{ width: 1_680, height: 1_050, mobile: false, deviceScaleFactor },
    });
    await open(path);
    await page.waitForLoadState('networkidle');
    return new Set(await largeOnesOf(page));
  };
  expect(await seenAt(1, '/?density=spacious')).toEqual(new Set([false]));
  expect(await seenAt(2, '/?layout=list')).toEqual(new Set([false]));
  expect(await seenAt(2, '/?density=spacious')).toEqual(new Set([true]));
  await devTools.detach();
});
