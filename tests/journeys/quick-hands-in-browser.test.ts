import { afterAll, beforeAll, expect } from '@jest/globals';
import type { ShareView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { holdCode } from '../support/early-drawing.ts';
import { holdAnswers } from '../support/held-answers.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

/** What of the page's own world is asked for. */
interface World {
  settle: () => void;
  setTimeout: (act: () => void, delayMs?: number) => unknown;
  clearTimeout: (timer: unknown) => void;
}
interface Box {
  setRangeText: (text: string, start: number, end: number) => void;
  dispatchEvent: (event: unknown) => void;
}

const { button } = portal;
const TITLE = 'Autumn for the press';

/** Whoever acts here does it before the page has come to rest from the act before. */
let journey: Journey | null = null;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const assetIds = (await fitAssetsOf(mia)).slice(0, 3).map(({ id }) => id);
  await mia.post<{ share: ShareView }>('/shares', { title: TITLE, assetIds });
}, 180_000);
afterAll(() => journey?.close());

/** Runs in the page: what waits for typing to settle waits until `settle` is called. */
const holdSettling = (): void => {
  const here = globalThis as unknown as World;
  const { setTimeout, clearTimeout } = here;
  const held = new Map<unknown, () => void>();
  here.setTimeout = (act, delayMs) => {
    if (delayMs !== 180) return setTimeout(act, delayMs);
    held.set(-1 - held.size, act);
    return -held.size;
  };
  here.clearTimeout = (timer) => (held.delete(timer) ? undefined : clearTimeout(timer));
  here.settle = () => {
    for (const act of [...held.values()]) act();
    held.clear();
  };
};

const settle = (page: Page): Promise<void> => page.evaluate(() => (globalThis as unknown as World).settle());

inBrowser('whoever types and goes elsewhere at once is not fetched back to what is found', async () => {
  const { page, close } = await journey!.newWindow();
  await page.addInitScript(holdSettling);
  await portal.signInTo(journey!.vitrine, page, 'mia@demo.test');
  const steps = [
    ['Search assets', 'Shares', 'shares-page', /\/shares$/],
    ['Search shares', TITLE, 'share-page', /\/shares\/[^/]+$/],
  ] as const;
  for (const [box, link, code, address] of steps) {
    const release = await holdCode(page, code);
    await page.getByLabel(box).fill('press');
    await page.getByRole('link', { name: link, exact: true }).click();
    await settle(page);
    release();
    await page.waitForURL(address);
    await page.getByRole('heading', { name: link }).first().waitFor();
  }
  expect(await page.getByLabel('Search assets').inputValue()).toBe('');
  await close();
});

inBrowser('what is typed on while the address follows stays in the box', async () => {
  const { page, close } = await journey!.newWindow();
  await page.addInitScript(holdSettling);
  await portal.signInTo(journey!.vitrine, page, 'mia@demo.test');
  for (const [path, label, param] of [
    ['/', 'Search assets', 'q'],
    ['/shares', 'Search shares', 'title'],
  ] as const) {
    await page.goto(journey!.vitrine.url + path);
    const box = page.getByLabel(label);
    await box.fill('pre');
    const found = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === 'pre');
    // In one task: the address is written, and before that is drawn there is another letter.
    await box.evaluate((element: unknown) => {
      const here = globalThis as unknown as World & {
        InputEvent: new (type: string, init: object) => object;
      };
      const input = element as Box;
      here.settle();
      input.setRangeText('s', 3, 3);
      input.dispatchEvent(new here.InputEvent('input', { bubbles: true }));
    });
    await page.waitForURL((url) => url.searchParams.get(param) === 'pre');
    await found;
    expect(await box.inputValue()).toBe('pres');
    await settle(page);
    await page.waitForURL((url) => url.searchParams.get(param) === 'pres');
    expect(await box.inputValue()).toBe('pres');
  }
  await close();
});

inBrowser('a key that follows the Escape of a menu at once is heard', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.getByRole('button', { name: /^Kind/ }).click();
  await page.getByRole('menuitemradio').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.waitForFunction(
    () =>
      (globalThis as unknown as { document: { activeElement: { role: string } } }).document.activeElement
        .role === 'searchbox',
  );
  await close();
});

inBrowser('two presses that wait side by side make one share, and a double click goes one step', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.getByRole('article').first().getByRole('checkbox').check();
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  await page.getByLabel('Title').fill('Made once');
  await page.getByText('Choose who has access to').click();
  await button(page, 'Next').dblclick();
  const guests = page.getByLabel('Search for internal users or enter an email address');
  expect(await guests.getAttribute('aria-invalid')).not.toBe('true');
  await guests.fill('rita@gallery.example');
  const made = await holdAnswers(page, 'POST', /\/api\/v1\/shares$/);
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/shares')) count += 1;
  });
  await button(page, 'Create Share').evaluate((element: unknown) => {
    const pressed = element as { click: () => void };
    pressed.click();
    pressed.click();
  });
  await made.asked(1);
  made.release();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(count).toBe(1);
  await close();
});
