import { afterAll, beforeAll, expect } from '@jest/globals';
import type { ShareView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const PATIENCE_MS = 45_000;
const TITLE = 'Autumn for the press';
/** Below this nobody sees anything jump. */
const SHIFT_MAX = 0.02;

let journey: Journey | null = null;
let window: portal.Portal;
let mia: ApiPerson;
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const fit = (await fitAssetsOf(mia)).filter(({ thumbnailUrl }) => thumbnailUrl !== null).slice(0, 6);
  const made = await mia.post<{ share: ShareView }>('/shares', {
    title: TITLE,
    description: 'The first pictures.',
    assetIds: fit.map(({ id }) => id),
    guests: [],
  });
  share = made.share;
  window = await journey.windowOf('mia@demo.test');
  window.page.setDefaultTimeout(PATIENCE_MS);
}, 180_000);
afterAll(() => journey?.close());

/** What of the page's own world is asked for. */
interface Watched {
  shifts: { value: number; hadRecentInput: boolean }[];
  document: {
    fonts: { status: string };
    querySelectorAll: (selector: string) => Iterable<{ complete: boolean; naturalWidth: number }>;
    getAnimations: () => { effect: { getComputedTiming: () => { activeDuration: number } } | null }[];
  };
  PerformanceObserver: new (take: (list: { getEntries: () => Watched['shifts'] }) => void) => {
    observe: (options: object) => void;
    takeRecords: () => Watched['shifts'];
  };
  requestAnimationFrame: (act: () => void) => void;
}

/** Runs in the page, before anything of it does. */
const watchShifts = (): void => {
  const here = globalThis as unknown as Watched;
  here.shifts = [];
  new here.PerformanceObserver((list) => here.shifts.push(...list.getEntries())).observe({
    type: 'layout-shift',
    buffered: true,
  });
};

/** Runs in the page: whether everything that it shows is there. */
const isSettled = (): boolean => {
  const { document } = globalThis as unknown as Watched;
  const pictures = [...document.querySelectorAll('main img')];
  const areDrawn = pictures.length > 0 && pictures.every((each) => each.complete && each.naturalWidth > 0);
  return areDrawn && document.fonts.status === 'loaded';
};

/** Runs in the page: two frames later, when what happened until now has been noted. */
const shiftsSeen = async (): Promise<number> => {
  const here = globalThis as unknown as Watched;
  const frame = () => new Promise<void>((resolve) => here.requestAnimationFrame(() => resolve()));
  await frame();
  await frame();
  return here.shifts.reduce((sum, { value, hadRecentInput }) => (hadRecentInput ? sum : sum + value), 0);
};

const expectSteady = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${journey!.vitrine.url}${path}`);
  await page.waitForFunction(isSettled);
  const shift = await page.evaluate(shiftsSeen);
  expect({ path, shift, isSteady: shift < SHIFT_MAX }).toMatchObject({ isSteady: true });
};

inBrowser('nothing jumps while the assets come, as a grid and as a list', async () => {
  const { page } = window;
  await page.addInitScript(watchShifts);
  await expectSteady(page, '/');
  await expectSteady(page, '/?layout=list');
  await page.setViewportSize({ width: 390, height: 800 });
  await expectSteady(page, '/');
  await page.setViewportSize({ width: 1280, height: 800 });
});

inBrowser('nothing jumps while shares come, or what is in one', async () => {
  const { page } = window;
  await expectSteady(page, '/shares');
  await expectSteady(page, `/shares/${share.id}`);
});

inBrowser('offline, a line says so and what is shown stays; it goes by itself', async () => {
  const { page } = window;
  await page.goto(journey!.vitrine.url);
  await page.getByRole('article').first().waitFor();
  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await page.getByRole('article').first().waitFor();
  await page.context().setOffline(false);
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
});

inBrowser(
  'while the portal does not answer, a line says so, and then what was asked for comes by itself',
  async () => {
    const { page } = window;
    await page.route('**/*', (route) => route.abort('connectionrefused'));
    await page.getByRole('link', { name: 'Shares', exact: true }).click();
    await page.getByText('The portal does not answer.').waitFor();
    await page.unroute('**/*');
    await page.getByText('The portal does not answer.').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: TITLE }).waitFor();
  },
);

inBrowser('nothing moves for who asks for less motion', async () => {
  const { page } = window;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(journey!.vitrine.url);
  await page
    .getByRole('article')
    .getByRole('button', { name: /^Preview/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  const longest = await until('what moves is known', () =>
    page.evaluate(() => {
      const { document } = globalThis as unknown as Watched;
      const durations = document
        .getAnimations()
        .map((each) => each.effect?.getComputedTiming().activeDuration);
      return Math.max(0, ...durations.map((duration) => duration ?? 0));
    }),
  );
  expect(longest).toBeLessThan(1);
  expect(window.troubles.filter((trouble) => !trouble.startsWith('console: ApiError: offline'))).toEqual([]);
});
