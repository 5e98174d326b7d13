import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf, mailTo, shareOf, tokenIn } from '../support/main-job.ts';
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
  fit = await fitAssetsOf(mia);
  share = await shareOf(mia, { title: TITLE, assets: fit.slice(0, 4), guests: [{ email: RITA }] });
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

const ANOTHER_DELETED = '1 selected asset was deleted meanwhile';

/** Three of the domain are selected, and somebody deletes the first of them. */
const oneOfThreeDeleted = async (place: number): Promise<portal.Portal & { left: string[] }> => {
  const window = await journey!.windowOf('mia@demo.test');
  const [deleted, ...others] = fit.slice(place, place + 3);
  await portal.select(
    window.page,
    [deleted!, ...others].map(({ fileName }) => fileName),
  );
  await window.page.getByText('3 selected').waitFor();
  expect((await mia.request('DELETE', `/assets/${deleted!.id}`)).status).toBe(204);
  return { ...window, left: others.map(({ fileName }) => fileName) };
};

inBrowser(
  'what somebody deleted is selected no longer, once a download was refused because of it',
  async () => {
    const { page, close, troubles, left } = await oneOfThreeDeleted(4);
    await button(page, 'Download').click();
    await page.getByText(ANOTHER_DELETED).waitFor();
    await page.getByText('2 selected').waitFor();
    const { bytes } = await portal.taken(page, () => button(page, 'Download').click());
    for (const fileName of left) expect(bytes.includes(fileName)).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  },
);

inBrowser('nor does it keep the rest from being shared', async () => {
  const { page, close } = await oneOfThreeDeleted(7);
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  await page.getByText(ANOTHER_DELETED).waitFor();
  await page.getByRole('textbox', { name: /Title/ }).fill('What is left');
  await button(page, 'Create Share').click();
  await page.getByText('Nothing selected').first().waitFor();
  const { items } = await mia.get<{ items: ShareView[] }>('/shares?scope=owned');
  expect(items.find(({ title }) => title === 'What is left')).toMatchObject({ assetCount: 2 });
  await close();
});
