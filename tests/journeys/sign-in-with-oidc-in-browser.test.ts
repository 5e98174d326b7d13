import { afterAll, beforeAll, expect } from '@jest/globals';
import { type Journey, inBrowser, openJourney, ownAddress } from '../support/browser-journey.ts';
import { type RunningProvider, startProvider } from '../support/oidc-provider.ts';
import { expectNoBarrier } from '../support/accessibility.ts';

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

inBrowser(
  'A person signs in with the provider of their company, and comes to where they wanted to go',
  async () => {
    const { page } = await journey!.newWindow();
    await page.goto(`${journey!.vitrine.url}/?q=poster`);
    const signIn = page.getByRole('link', { name: 'Sign in with Acme' });
    await signIn.waitFor();
    await expectNoBarrier(page, 'sign-in with a provider');
    await signIn.click();
    await page.getByLabel('Who are you').fill('u-1');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Assets' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('poster');
    await page.getByRole('button', { name: /Uma Fox/ }).waitFor();
  },
);

inBrowser('Who is not let in by the provider is told so, and can use a password', async () => {
  const { page } = await journey!.newWindow();
  await page.goto(journey!.vitrine.url);
  await page.getByRole('link', { name: 'Sign in with Acme' }).click();
  await page.getByRole('button', { name: 'No' }).click();
  await page.getByText('You could not be signed in that way.').waitFor();
  await page.getByLabel('Password', { exact: true }).waitFor();
});
