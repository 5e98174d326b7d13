import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, GuestView, ShareView } from '@vitrine/contracts';
import type { Locator, Page } from 'playwright-core';
import { expectNoBarrier } from '../support/accessibility.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { endSessions, readable, signInOver, valueAtFocus } from '../support/ended-session.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const MIA = 'mia@demo.test';
const GUESTS = ['rita@gallery.example', 'otis@gallery.example', 'uma@gallery.example'];
const MESSAGE = 'The pictures that we spoke of.\nPlease look at the second one.';

let journey: Journey | null = null;
let window: portal.Portal;
let fit: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  fit = (await fitAssetsOf(await signedIn(journey.vitrine.url, MIA))).slice(0, 2);
  window = await journey.windowOf(MIA);
}, 180_000);
afterAll(() => journey?.close());

const shareDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Create New Share' });

/** Begins a share, up to the last field before it is created. */
const beginShare = async (page: Page, title: string): Promise<Locator> => {
  await portal.select(
    page,
    fit.map(({ fileName }) => fileName),
  );
  await button(page, 'Share').click();
  await page.getByRole('menuitem', { name: 'Create New Share' }).click();
  const dialog = shareDialog(page);
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByRole('switch', { name: 'Choose who has access to', exact: true }).check();
  await button(dialog, 'Next').click();
  const field = dialog.getByLabel('Search for internal users or enter an email address');
  for (const guest of GUESTS) await field.fill(`${guest},`);
  await dialog.getByRole('radiogroup', { name: 'Duration' }).getByText('14 days').click();
  await dialog.getByLabel('Message').fill(MESSAGE);
  return dialog;
};
const sharesNamed = async (person: ApiPerson, title: string): Promise<ShareView[]> =>
  (await person.get<{ items: ShareView[] }>('/shares')).items.filter((share) => share.title === title);

inBrowser(
  'when the session ends, then nothing of the page can be read or reached below the sign-in',
  async () => {
    const { page } = window;
    const dialog = await beginShare(page, 'For the gallery');
    await dialog.getByLabel('Message').press('Home');
    await endSessions(journey!.vitrine, page, MIA);
    await expectNoBarrier(page, 'a sign-in over the page');
    const words = await readable(page);
    expect(words).toContain('Your session has ended. Sign in to go on where you were.');
    for (const hidden of ['gallery', 'spoke', fit[0]!.fileName, 'Mia']) expect(words).not.toContain(hidden);
    expect(await shareDialog(page).count()).toBe(0);
    for (const _ of fit.concat(fit, fit, fit)) {
      await page.keyboard.press('Tab');
      expect(await page.locator('body > :not(dialog) :focus').count()).toBe(0);
    }
  },
);

inBrowser('no key opens or closes what lies below', async () => {
  const { page } = window;
  for (const key of ['Escape', 'Escape', '/', '?', 'Control+a']) await page.keyboard.press(key);
  await signInOver(page).getByLabel('Email').press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(1);
});

inBrowser('when the same person signs in, then all is as it was, and the share is created', async () => {
  const { page } = window;
  await portal.fillSignIn(signInOver(page), MIA);
  await signInOver(page).waitFor({ state: 'detached' });
  expect(await valueAtFocus(page)).toBe(MESSAGE);
  await page.keyboard.type('Yes: ');
  const dialog = shareDialog(page);
  for (const guest of GUESTS) await button(dialog, `Remove ${guest}`).waitFor();
  expect(await dialog.getByRole('radio', { name: '14 days' }).isChecked()).toBe(true);
  expect(await dialog.getByLabel('Message').inputValue()).toContain('Yes: Please look');
  await button(dialog, 'Create Share').click();
  await page.getByText('“For the gallery” was created').waitFor();
  const mia = await signedIn(journey!.vitrine.url, MIA);
  const [share] = await sharesNamed(mia, 'For the gallery');
  const { items } = await mia.get<{ items: GuestView[] }>(`/shares/${share!.id}/guests`);
  expect(items.map(({ email }) => email).sort()).toEqual([...GUESTS].sort());
});

inBrowser(
  'what was refused as the session had ended is not sent again by itself, and once by hand',
  async () => {
    const { page } = window;
    const sent: string[] = [];
    page.on('request', (request) => {
      if (/\/api\/v1\/shares$/.test(request.url()) && request.method() === 'POST') sent.push(request.url());
    });
    for (const name of ['Shares', 'Assets'])
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
    const dialog = await beginShare(page, 'Once');
    await page.context().clearCookies();
    await button(dialog, 'Create Share').click();
    await signInOver(page).getByRole('heading', { name: 'Sign in' }).waitFor();
    // The way back would close the dialog.
    await page.evaluate('history.back()');
    await portal.fillSignIn(signInOver(page), MIA, 'not this one');
    await page.getByText('The email or the password is not right.').waitFor();
    await portal.fillSignIn(signInOver(page), MIA);
    await dialog.getByText('Your session had ended, so this was not done.').waitFor();
    expect(sent).toHaveLength(1);
    await button(dialog, 'Create Share').click();
    await page.getByText('“Once” was created').waitFor();
    const mia = await signedIn(journey!.vitrine.url, MIA);
    expect(await sharesNamed(mia, 'Once')).toHaveLength(1);
  },
);

inBrowser('and in all this the page complains of nothing', () => {
  expect(window.troubles).toEqual([]);
  return Promise.resolve();
});
