import { afterAll, beforeAll, expect } from '@jest/globals';
import { expectNoBarrier } from '../support/accessibility.ts';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { mailTo } from '../support/main-job.ts';
import { fillSignIn } from '../support/portal.ts';

let journey: Journey | null = null;
beforeAll(async () => {
  journey = await openJourney();
}, 240_000);
afterAll(() => journey?.close());

const NEXT = 'seven sleepy herons';

inBrowser(
  'Who forgot the password gets a link by mail, sets another one with it, and signs in; other sessions have ended',
  async () => {
    const { vitrine, newWindow } = journey!;
    const elsewhere = await signedIn(vitrine.url, 'noah@demo.test');
    const { page } = await newWindow();
    await page.goto(`${vitrine.url}/sign-in`);
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('button', { name: 'Send link' }).click();
    await page.getByText('Enter the email address of your account.').last().waitFor();
    await page.getByLabel('Email').fill('noah@demo.test');
    await expectNoBarrier(page, 'forgot password');
    await page.getByRole('button', { name: 'Send link' }).click();
    await page.getByRole('heading', { name: 'Check your mailbox' }).waitFor();
    await expectNoBarrier(page, 'link sent');
    const mail = await mailTo(vitrine.url, 'noah@demo.test');
    const link = mail.links[0] ?? '';
    await page.goto(link);
    await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await expectNoBarrier(page, 'set a password');
    await page.getByLabel('New password', { exact: true }).fill('password1');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page
      .getByText(/among the first that are guessed|guess/)
      .first()
      .waitFor();
    await page.getByLabel('New password', { exact: true }).fill(NEXT);
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByRole('heading', { name: 'Your new password is set' }).waitFor();
    expect((await elsewhere.request('GET', '/session')).status).toBe(401);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await fillSignIn(page, 'noah@demo.test', NEXT);
    await page.getByRole('heading', { name: 'Assets' }).waitFor();
    const { page: again } = await newWindow();
    await again.goto(link);
    await again.getByLabel('New password', { exact: true }).fill('still another phrase');
    await again.getByRole('button', { name: 'Set password' }).click();
    await again.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    await expectNoBarrier(again, 'a dead link');
    await again.getByRole('link', { name: 'Ask for another link' }).click();
    await again.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  },
  120_000,
);

inBrowser('Who has no account is told the same, in German too, and gets no mail', async () => {
  const { page } = await journey!.newWindow('de-DE');
  await page.goto(`${journey!.vitrine.url}/forgot-password`);
  await page.getByLabel('E-Mail').fill('nobody@nowhere.example');
  await page.getByRole('button', { name: 'Link senden' }).click();
  await page.getByRole('heading', { name: 'Sehen Sie in Ihr Postfach' }).waitFor();
  await page.goto(`${journey!.vitrine.url}/recover`);
  await page.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' }).waitFor();
});
