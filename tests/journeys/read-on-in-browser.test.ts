import { afterAll, beforeAll, expect } from '@jest/globals';
import type { ShareView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { holdAnswers } from '../support/held-answers.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button } = portal;

let journey: Journey | null = null;
let mia: ApiPerson;
let window: portal.Portal;
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const [asset] = await fitAssetsOf(mia);
  ({ share } = await mia.post<{ share: ShareView }>('/shares', {
    title: 'On the first page',
    assetIds: [asset!.id],
  }));
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

/** The list of shares has a second page, which cannot be read. @returns what is asked of either page, in its order */
const withoutSecondPage = async (page: Page): Promise<string[]> => {
  const asked: string[] = [];
  await page.route('**/api/v1/shares?*', async (route) => {
    const cursor = new URL(route.request().url()).searchParams.get('cursor');
    asked.push(cursor ?? 'first');
    if (cursor !== null) return route.fulfill({ status: 500 });
    const answer = await route.fetch();
    const body = (await answer.json()) as object;
    return route
      .fulfill({ response: answer, json: { ...body, nextCursor: 'second' } })
      .catch(() => undefined);
  });
  return asked;
};
const notReadOn = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'Something failed on our side.' });

inBrowser('a list that cannot be read on says so, and asks again only when it is told to', async () => {
  const { page } = window;
  const asked = await withoutSecondPage(page);
  // What lives reads the first page anew when it begins to listen, and then the list is read on.
  await page.route('**/api/v1/events', () => undefined);
  await page.goto(`${journey!.vitrine.url}/shares`);
  await page.getByRole('link', { name: 'On the first page' }).waitFor();
  const failed = notReadOn(page);
  await failed.waitFor();
  await button(failed, 'Try again').click();
  await until('asked once more', async () => (asked.length > 2 ? true : null));
  await failed.waitFor();
  expect(asked).toEqual(['first', 'second', 'second']);
  await page.unrouteAll();
});

inBrowser('what others changed is seen in a list that cannot be read on', async () => {
  const { page } = window;
  await withoutSecondPage(page);
  const listening = page.waitForResponse(/\/api\/v1\/events$/);
  await page.goto(`${journey!.vitrine.url}/shares`);
  await notReadOn(page).waitFor();
  await listening;
  const read = await holdAnswers(page, 'GET', /\/api\/v1\/shares\?(?!.*cursor)/);
  await mia.request('PATCH', `/shares/${share.id}`, { title: 'Changed meanwhile' });
  await read.asked(1);
  read.release();
  await page.getByRole('link', { name: 'Changed meanwhile' }).waitFor();
  await page.unrouteAll();
});
