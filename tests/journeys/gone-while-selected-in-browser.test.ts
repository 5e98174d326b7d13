import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button, tile } = portal;
const TITLE = 'Four that are looked at';
const RITA = 'rita@gallery.example';

let journey: Journey | null = null;
let mia: ApiPerson;
let fit: AssetView[];
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 4);
  const assetIds = fit.map(({ id }) => id);
  const request = { title: TITLE, assetIds, guests: [{ email: RITA }], durationDays: 7 };
  share = (await mia.post<{ share: ShareView }>('/shares', request)).share;
}, 180_000);
afterAll(() => journey?.close());

const isListening = ({ page }: portal.Portal) =>
  page.waitForResponse((response) => new URL(response.url()).pathname === '/api/v1/events');

const selectTwo = async ({ page }: portal.Portal): Promise<void> => {
  for (const { fileName } of fit.slice(0, 2)) await tile(page, fileName).getByRole('checkbox').check();
  await page.getByText('2 selected').waitFor();
};

/** What is downloaded is the one that is left, under its own name. */
const takesTheOther = async ({ page }: portal.Portal, name: string): Promise<void> => {
  await tile(page, fit[0]!.fileName).waitFor({ state: 'detached' });
  await page.getByText('1 selected').waitFor();
  const { fileName } = await portal.taken(page, () => button(page, name).click());
  expect(fileName).toBe(fit[1]!.fileName);
};

inBrowser('a guest downloads what is left of a selection that something was taken from', async () => {
  const rita = await journey!.newWindow();
  const { url } = journey!.vitrine;
  await rita.page.goto(`${url}/guest/${tokenIn(await mailTo(url, RITA))}`);
  const listening = isListening(rita);
  await button(rita.page, 'Open share').click();
  await selectTwo(rita);
  await listening;
  await mia.post(`/shares/${share.id}/assets/remove`, { assetIds: [fit[0]!.id] });
  await takesTheOther(rita, 'Download selected');
  await mia.post(`/shares/${share.id}/assets`, { assetIds: [fit[0]!.id] });
  await rita.page.getByText('2 selected').waitFor();
  expect([rita.troubles, rita.refusals]).toEqual([[], []]);
  await rita.close();
});

inBrowser('so does its owner, in the share that is looked at elsewhere too', async () => {
  const window = await journey!.windowOf('mia@demo.test');
  const { page } = window;
  await page.getByRole('link', { name: 'Shares', exact: true }).click();
  await page.getByRole('link', { name: TITLE }).click();
  await selectTwo(window);
  await mia.post(`/shares/${share.id}/assets/remove`, { assetIds: [fit[0]!.id] });
  await takesTheOther(window, 'Download');
  expect(window.troubles).toEqual([]);
  await window.close();
});
