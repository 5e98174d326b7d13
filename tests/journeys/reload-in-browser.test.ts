import { afterAll, beforeAll } from '@jest/globals';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import * as portal from '../support/portal.ts';

let journey: Journey | null = null;

beforeAll(async () => {
  journey = await openJourney();
}, 180_000);
afterAll(() => journey?.close());

inBrowser(
  'what is selected stays so when the page loads itself anew, and not for who begins again or comes next',
  async () => {
    const { page, close } = await journey!.windowOf('mia@demo.test');
    const person = page.getByRole('button', { name: /Mia/ });
    for (const place of [0, 1]) await page.getByRole('article').nth(place).getByRole('checkbox').check();
    await page.getByText('2 selected').waitFor();
    // Another language is a page that is loaded anew.
    await person.click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await page.getByText('2 ausgewählt').waitFor();
    await person.click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByText('2 selected').waitFor();
    await page.reload();
    await page.getByText('Nothing selected').waitFor();
    await page.getByRole('article').first().getByRole('checkbox').check();
    await person.click();
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
    await portal.fillSignIn(page, 'mia@demo.test');
    await page.getByRole('article').first().waitFor();
    await page.getByText('Nothing selected').waitFor();
    await close();
  },
);
