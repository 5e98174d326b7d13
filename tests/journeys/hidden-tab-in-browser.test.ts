import { afterAll, beforeAll, expect } from '@jest/globals';
import type { ShareView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { signInOver } from '../support/ended-session.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

/** What of the page's own world is asked for. */
interface World {
  document: { dispatchEvent: (event: unknown) => void };
  Event: new (type: string, init: object) => object;
}

const LONG_MS = 10 * 60_000;

let journey: Journey | null = null;
let mia: ApiPerson;
let share: ShareView;
let window: portal.Portal;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const assetIds = (await fitAssetsOf(mia)).slice(0, 2).map(({ id }) => id);
  ({ share } = await mia.post<{ share: ShareView }>('/shares', { title: 'Seen before', assetIds }));
  window = await journey.newWindow();
  await window.page.clock.install();
  await portal.signInTo(journey.vitrine, window.page, 'mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const see = (page: Page, state: 'hidden' | 'visible'): Promise<void> =>
  page.evaluate((visibilityState) => {
    const { document, Event } = globalThis as unknown as World;
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibilityState });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);

/** Hidden for so long that it listens no more. */
const hideForLong = async (page: Page): Promise<void> => {
  await see(page, 'hidden');
  await page.clock.fastForward(LONG_MS);
};

/** What is asked of the portal from now on, each thing as often as it is asked for. */
const askedOf = (page: Page): string[] => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}${search}`);
  });
  return asked;
};

/** Once when it is seen again, and once when it listens again or may not. */
const askedTooOften = (asked: readonly string[]): string[] =>
  asked.filter((each) => asked.filter((other) => other === each).length > 2);

inBrowser(
  'a tab that was hidden for long tells what was changed meanwhile, and asks for little',
  async () => {
    const { page } = window;
    const listening = page.waitForResponse(/\/api\/v1\/events$/);
    // Asked for last, when the page has nothing else to do.
    const isWhole = page.waitForResponse(/\/api\/v1\/uploads$/);
    await page.goto(`${journey!.vitrine.url}/shares/${share.id}`);
    await page.getByRole('heading', { name: 'Seen before' }).waitFor();
    await Promise.all([listening, isWhole]);
    await hideForLong(page);
    await mia.request('PATCH', `/shares/${share.id}`, { title: 'Changed meanwhile' });
    const asked = askedOf(page);
    const again = page.waitForResponse(/\/api\/v1\/events$/);
    await see(page, 'visible');
    await page.getByRole('heading', { name: 'Changed meanwhile' }).waitFor();
    await again;
    await page.clock.runFor(5_000);
    expect(askedTooOften(asked)).toEqual([]);
  },
);

inBrowser(
  'a tab whose session ended while it was hidden asks for a new one, and goes on where it was',
  async () => {
    const { page } = window;
    await hideForLong(page);
    await mia.request('DELETE', '/sessions');
    const asked = askedOf(page);
    await see(page, 'visible');
    await signInOver(page).getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.clock.runFor(LONG_MS);
    expect(askedTooOften(asked)).toEqual([]);
    await portal.fillSignIn(signInOver(page), 'mia@demo.test');
    await page.getByRole('heading', { name: 'Changed meanwhile' }).waitFor();
  },
);

inBrowser('whoever signs in in one tab goes on in the others that the end led to the sign-in', async () => {
  const { page, troubles } = window;
  const other = await page.context().newPage();
  await other.goto(journey!.vitrine.url);
  await other.getByRole('heading', { name: 'Assets' }).waitFor();
  await (await signedIn(journey!.vitrine.url, 'mia@demo.test')).request('DELETE', '/sessions');
  for (const each of [page, other]) {
    // By what it hears it may be on its way there already.
    await each.reload().catch(() => undefined);
    await each.waitForURL(/\/sign-in/);
  }
  await portal.fillSignIn(other, 'mia@demo.test');
  await other.getByRole('heading', { name: 'Assets' }).waitFor();
  await see(page, 'visible');
  await page.getByRole('heading', { name: 'Changed meanwhile' }).waitFor();
  expect(troubles).toEqual([]);
  await other.close();
});
