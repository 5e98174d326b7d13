import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Journey, inBrowser, openJourney, ownAddress } from '../support/browser-journey.ts';
import { type RunningProvider, startProvider } from '../support/oidc-provider.ts';
import { expectNoBarrier } from '../support/accessibility.ts';
import { signInOver } from '../support/ended-session.ts';

let journey: Journey | null = null;
let provider: RunningProvider;
beforeAll(async () => {
  const address = await ownAddress();
  provider = await startProvider(address.PUBLIC_URL);
  provider.people.set('u-1', {
    email: 'uma@acme.test',
    email_verified: true,
    name: 'Uma Fox',
    domains: ['Brand'],
  });
  journey = await openJourney({ ...address, ...provider.settings });
}, 240_000);
afterAll(async () => {
  await journey?.close();
  await provider.stop();
});

const goOnAsUma = async (page: Page): Promise<void> => {
  await page.getByLabel('Who are you').fill('u-1');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Assets' }).waitFor();
};

inBrowser(
  'A person signs in with the provider of their company, and comes to where they wanted to go',
  async () => {
    const { page } = await journey!.newWindow();
    await page.goto(`${journey!.vitrine.url}/?q=poster`);
    const signIn = page.getByRole('link', { name: 'Sign in with Acme' });
    await signIn.waitFor();
    await expectNoBarrier(page, 'sign-in with a provider');
    await signIn.click();
    await goOnAsUma(page);
    expect(new URL(page.url()).searchParams.get('q')).toBe('poster');
    await page.getByRole('button', { name: /Uma Fox/ }).waitFor();
  },
);

inBrowser('Whose session ends signs in again in another tab, and goes on in the first one', async () => {
  const { page, close } = await journey!.newWindow();
  await page.goto(journey!.vitrine.url);
  await page.getByRole('link', { name: 'Sign in with Acme' }).click();
  await goOnAsUma(page);
  await page.getByRole('article').getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  const title = page.getByRole('dialog').getByLabel('Title');
  await title.fill('For the board');
  await page.request.delete(`${journey!.vitrine.url}/api/v1/session`);
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    signInOver(page).getByRole('link', { name: 'Sign in with Acme' }).click(),
  ]);
  // The provider still knows who she is.
  await other.getByRole('heading', { name: 'Assets' }).waitFor();
  await page.bringToFront();
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await signInOver(page).waitFor({ state: 'detached' });
  expect(await title.inputValue()).toBe('For the board');
  await close();
});

inBrowser('Who is not let in by the provider is told so, and can use a password', async () => {
  const { page } = await journey!.newWindow();
  await page.goto(journey!.vitrine.url);
  await page.getByRole('link', { name: 'Sign in with Acme' }).click();
  await page.getByRole('button', { name: 'No' }).click();
  await page.getByText('You could not be signed in that way.').waitFor();
  await page.getByLabel('Password', { exact: true }).waitFor();
});
