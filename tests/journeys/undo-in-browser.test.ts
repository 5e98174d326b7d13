import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { holdAnswers } from '../support/held-answers.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button, tile } = portal;

let journey: Journey | null = null;
let mia: ApiPerson;
let fit: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 2);
}, 180_000);
afterAll(() => journey?.close());

inBrowser(
  'what could not be taken back on a lost line can be taken back when it is there again',
  async () => {
    const { page, close } = await journey!.windowOf('mia@demo.test');
    const assetIds = fit.map(({ id }) => id);
    const { share } = await mia.post<{ share: ShareView }>('/shares', { title: 'Of two', assetIds });
    await page.goto(`${journey!.vitrine.url}/shares/${share.id}`);
    const first = tile(page, fit[0]!.fileName);
    await first.getByRole('checkbox').check();
    await button(page, 'Remove from share').click();
    await first.waitFor({ state: 'detached' });
    const adding = /\/shares\/[^/]+\/assets$/;
    await page.route(adding, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.fallback(),
    );
    const notices = page.getByRole('region', { name: 'Notices' });
    await button(notices, 'Undo').click();
    await button(notices.getByRole('alert'), 'Undo').waitFor();
    await page.unroute(adding);
    await page.keyboard.press('ControlOrMeta+z');
    await notices.getByText('1 asset is back in the share').waitFor();
    await first.waitFor();
    await close();
  },
);

inBrowser('a role that is given late is told to whoever went elsewhere, with a way back', async () => {
  const { page, close } = await journey!.windowOf('admin@demo.test');
  await page.goto(`${journey!.vitrine.url}/administration`);
  const given = await holdAnswers(page, 'PATCH', /\/admin\/users\/[^/]+$/);
  await button(page, /^(Actions|More) for .*Mia/).click();
  await page.getByRole('menuitem', { name: 'Make administrator' }).click();
  await given.asked(1);
  await page.getByRole('link', { name: 'Assets', exact: true }).click();
  await page.getByRole('heading', { name: 'Assets' }).waitFor();
  given.release();
  const notices = page.getByRole('region', { name: 'Notices' });
  await notices.getByText(/is an administrator now/).waitFor();
  await button(notices, 'Undo').click();
  await notices.getByText(/is no longer an administrator/).waitFor();
  await close();
});

inBrowser(
  'who takes back before the second removal is answered gets that one back, and then the first',
  async () => {
    const { page, close } = await journey!.windowOf('mia@demo.test');
    const assetIds = fit.map(({ id }) => id);
    const { share } = await mia.post<{ share: ShareView }>('/shares', { title: 'Of two again', assetIds });
    await page.goto(`${journey!.vitrine.url}/shares/${share.id}`);
    const [first, second] = fit.map(({ fileName }) => tile(page, fileName));
    const notices = page.getByRole('region', { name: 'Notices' });
    await first!.getByRole('checkbox').check();
    await button(page, 'Remove from share').click();
    // What is pointed at stays, so keys do the rest.
    await button(notices, 'Undo').hover();
    await second!.getByRole('checkbox').press('Space');
    await page.locator('button[data-loading]').waitFor({ state: 'detached' });
    const removed = await holdAnswers(page, 'POST', /\/assets\/remove$/);
    await button(page, 'Remove from share').press('Enter');
    await removed.asked(1);
    await page.keyboard.press('ControlOrMeta+z');
    removed.release();
    await notices.getByText('1 asset is back in the share').waitFor();
    await second!.waitFor();
    expect(await first!.count()).toBe(0);
    await page.keyboard.press('ControlOrMeta+z');
    await first!.waitFor();
    await close();
  },
);
