import { afterAll, beforeAll, expect } from '@jest/globals';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { holdCode } from '../support/early-drawing.ts';
import { holdAnswers } from '../support/held-answers.ts';
import * as portal from '../support/portal.ts';

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
    const opening = page.getByRole('dialog', { name: 'Opening' });
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
    const known = await holdAnswers(page, 'GET', /\/api\/v1\/session$/);
    await page.reload({ waitUntil: 'commit' });
    await page.getByRole('status', { name: 'Opening Vitrine' }).waitFor({ state: 'attached' });
    known.release();
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('status', { name: 'Opening Vitrine' }).count()).toBe(0);
    await close();
  },
);
