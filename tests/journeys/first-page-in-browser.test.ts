import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { drawingIsGone, holdCode, picturePlaces, textDrawn, watchDrawing } from '../support/early-drawing.ts';
import { button, hold } from '../support/portal.ts';
import { carrySession, firstPagesOf } from '../support/first-pages.ts';

let journey: Journey | null = null;
beforeAll(async () => {
  journey = await openJourney();
}, 180_000);
afterAll(() => journey?.close());

/** What of the interface a page asks for while the most of its code is held up, until that much was asked. */
const askedAhead = async (page: Page, url: string, count: number): Promise<string[]> => {
  const asked: string[] = [];
  const enough = Promise.withResolvers<undefined>();
  const note = (request: Request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/v1/')) return;
    asked.push(pathname.replace('/api/v1', ''));
    if (asked.length === count) enough.resolve(undefined);
  };
  page.on('request', note);
  await page.route('**/assets/alike-*.js', async (route) => {
    await enough.promise;
    await route.continue();
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('article').first().waitFor();
  const untilListening = asked.indexOf('/events');
  return untilListening === -1 ? asked : asked.slice(0, untilListening);
};

inBrowser('what a page shows first is asked for once, while its code is on its way', async () => {
  const { vitrine, newWindow } = journey!;
  const seen: string[][] = [];
  for (const { url, cookie } of await firstPagesOf(vitrine.url)) {
    const { page, close } = await newWindow();
    await carrySession(page.context(), vitrine.url, cookie);
    seen.push(await askedAhead(page, url, 2));
    await close();
  }
  expect(seen[0]?.filter((path) => path === '/session' || path === '/assets')).toEqual([
    '/session',
    '/assets',
  ]);
  expect(seen[1]?.filter((path) => path.startsWith('/guest/share'))).toEqual([
    '/guest/share',
    '/guest/share/assets',
  ]);
});

inBrowser(
  'while its code is on its way, a page shows its pictures in the places where it keeps them',
  async () => {
    const { vitrine, newWindow } = journey!;
    for (const { url, cookie } of await firstPagesOf(vitrine.url))
      for (const width of [390, 1680]) {
        const { page, close } = await newWindow();
        await carrySession(page.context(), vitrine.url, cookie);
        await page.setViewportSize({ width, height: 900 });
        await watchDrawing(page);
        const release = await holdCode(page);
        await page.goto(url, { waitUntil: 'commit' });
        const early = await picturePlaces(page, 'drawing');
        release();
        await drawingIsGone(page);
        expect(Object.keys(early).length).toBeGreaterThan(1);
        expect(await picturePlaces(page, 'page')).toEqual(early);
        await close();
      }
  },
);

/** The assets page in a window of its own, drawn while its code is held up. */
const drawnOnly = async () => {
  const { vitrine, newWindow } = journey!;
  const [assets] = await firstPagesOf(vitrine.url);
  const window = await newWindow();
  await carrySession(window.page.context(), vitrine.url, assets!.cookie);
  await watchDrawing(window.page);
  const release = await holdCode(window.page);
  await window.page.goto(assets!.url, { waitUntil: 'commit' });
  const places = Object.values(await picturePlaces(window.page, 'drawing'));
  return { ...window, release, places };
};

inBrowser('what is typed into the search while the page is only drawn is searched for', async () => {
  const { page, release, close } = await drawnOnly();
  await page.keyboard.type('/lamp?');
  release();
  await page.waitForURL(/q=lamp/);
  expect(await page.getByRole('searchbox').inputValue()).toBe('lamp?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await close();
});

inBrowser('keys of the page that are pressed while it is only drawn do what they do', async () => {
  const { page, release, close } = await drawnOnly();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('?');
  release();
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page
    .getByText(/^\d+ selected/)
    .first()
    .waitFor();
  await close();
});

inBrowser('a picture that is pressed while it is only drawn opens when the page is there', async () => {
  const { page, release, places, close } = await drawnOnly();
  const [top = 0, left = 0, width = 0, height = 0] = places[1] ?? [];
  await page.mouse.click(left + width / 2, top + height / 2);
  release();
  const preview = page.getByRole('dialog', { name: /^Preview of / });
  await preview.waitFor();
  const name = (await preview.getAttribute('aria-label'))!.replace('Preview of ', '');
  const opener = page.locator(`[aria-label="Preview ${name}"]`);
  const box = await opener.boundingBox();
  expect(box!.y <= top && top <= box!.y + box!.height && box!.x <= left && left <= box!.x + box!.width).toBe(
    true,
  );
  await close();
});

inBrowser('who is not signed in is shown the sign-in, and nothing before it', async () => {
  const { vitrine, newWindow } = journey!;
  const { page, close } = await newWindow();
  await watchDrawing(page);
  await page.goto(vitrine.url);
  await page.getByRole('textbox', { name: 'Password' }).waitFor();
  await drawingIsGone(page);
  expect(await textDrawn(page)).toBe('');
  await close();
});

inBrowser('when a page was asked for early in vain, then it says so in the end, with a way on', async () => {
  const { page, ...slow } = await journey!.windowOf('mia@demo.test');
  await page.clock.install();
  const list = await hold(page, /\/api\/v1\/assets\?/);
  await page.goto(journey!.vitrine.url);
  await list.asked;
  await drawingIsGone(page);
  await button(page, 'Upload').waitFor();
  await page.clock.fastForward(30_000);
  const alert = page.getByRole('alert').filter({ hasText: 'did not answer in time' });
  await button(alert, 'Try again').waitFor();
  await list.letThrough();
  await page.reload();
  await page.getByRole('article').first().waitFor();
  await slow.close();
});
