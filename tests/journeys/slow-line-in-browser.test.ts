import { afterAll, beforeAll, expect } from '@jest/globals';
import type { ShareView } from '@vitrine/contracts';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { holdCode, watchDrawing } from '../support/early-drawing.ts';
import { holdAnswers } from '../support/held-answers.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

interface Drawn {
  drawn?: { host: { hidden: boolean } };
}

const { button } = portal;

let journey: Journey | null = null;
beforeAll(async () => {
  journey = await openJourney();
}, 180_000);
afterAll(() => journey?.close());

inBrowser(
  'a dialog whose code is long in coming is there for Escape, which is not for the page',
  async () => {
    const { page, close } = await journey!.newWindow();
    const release = await holdCode(page, 'create-share-dialog');
    await portal.signInTo(journey!.vitrine, page, 'mia@demo.test');
    await page.getByRole('article').first().getByRole('checkbox').check();
    const create = async () => {
      await button(page, 'Share').click();
      await page.getByRole('menuitem', { name: 'Create New Share' }).click();
    };
    await create();
    const opening = page.getByRole('status', { name: 'Opening', exact: true });
    await opening.waitFor();
    await page.keyboard.press('Escape');
    await opening.waitFor({ state: 'detached' });
    await page.getByText('1 selected').waitFor();
    release();
    // It comes when it is wanted again, and not by itself.
    await create();
    await page.getByRole('dialog', { name: 'Create New Share' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    await close();
  },
);

inBrowser(
  'while nobody knows yet who is signed in, the frame stands there, and the page follows',
  async () => {
    const { page, close } = await journey!.windowOf('mia@demo.test');
    await watchDrawing(page);
    const known = await holdAnswers(page, 'GET', /\/api\/v1\/session$/);
    await page.reload({ waitUntil: 'commit' });
    await page.getByRole('status', { name: 'Opening Vitrine' }).waitFor({ state: 'attached' });
    // Nothing is drawn early either, and what it would be drawn on lies over nothing.
    await page.waitForFunction(() => (globalThis as unknown as Drawn).drawn?.host.hidden !== false);
    known.release();
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('status', { name: 'Opening Vitrine' }).count()).toBe(0);
    await close();
  },
);

inBrowser('when a share cannot be disabled, then that is said first, and why', async () => {
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const assetIds = (await fitAssetsOf(mia)).slice(0, 1).map(({ id }) => id);
  const { share } = await mia.post<{ share: ShareView }>('/shares', { title: 'Still open', assetIds });
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.goto(`${journey!.vitrine.url}/shares/${share.id}`);
  const enabled = page.getByRole('switch', { name: 'Share Enabled' });
  await enabled.waitFor();
  await page.route(/\/api\/v1\/shares\/[^/]+$/, (route) =>
    route.request().method() === 'PATCH' ? route.fulfill({ status: 503 }) : route.fallback(),
  );
  await page.getByText('Share Enabled').click();
  const notice = page.getByRole('alert').filter({ hasText: '“Still open” could not be disabled' });
  await notice.getByText('A part of the portal does not answer right now.').waitFor();
  expect(await enabled.isChecked()).toBe(true);
  await close();
});

inBrowser('Back closes the last of two dialogs, and then the other', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  await page.getByRole('radio', { name: 'List' }).check({ force: true });
  await page.waitForURL(/layout=list/);
  await page.getByRole('article').first().getByRole('checkbox').check();
  await button(page, 'Edit').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor();
  // Nobody can reach it there: something that opens a dialog by itself would.
  const press = (element: unknown) => (element as { click: () => void }).click();
  await page.locator('button[aria-haspopup="menu"]', { hasText: 'Share' }).evaluate(press);
  await page.locator('[role="menuitem"]', { hasText: 'Create New Share' }).evaluate(press);
  const last = page.getByRole('dialog', { name: 'Create New Share' });
  await last.waitFor();
  await page.goBack();
  await last.waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').count()).toBe(1);
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('1 selected').waitFor();
  expect(page.url()).toContain('layout=list');
  await close();
});
