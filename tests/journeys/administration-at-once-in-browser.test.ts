import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AccountPolicy } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { told } from '../support/closed-midway.ts';
import { holdAnswers, holdRequests } from '../support/held-answers.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

/** What of an element is asked for. */
interface Shown {
  getBoundingClientRect: () => { top: number; bottom: number };
}

const { button } = portal;
const POLICY = ['PATCH', /\/admin\/policy$/] as const;

/** Ada Moreau goes on before the first answer, and another administrator works beside her. */
let journey: Journey | null = null;
let other: ApiPerson;
let admin: portal.Portal;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  other = await signedIn(journey.vitrine.url, 'admin@demo.test');
  admin = await journey.windowOf('admin@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const show = async (tab: string): Promise<Page> => {
  await admin.page.goto(`${journey!.vitrine.url}/administration?tab=${tab}`);
  return admin.page;
};
const policy = (): Promise<AccountPolicy> => other.get<AccountPolicy>('/admin/policy');

/** Runs in the page. */
const isFailureInView = (): boolean => {
  const { document } = globalThis as unknown as {
    document: { querySelector: (selector: string) => Shown | null };
  };
  const failure = document.querySelector('[role="dialog"] [role="alert"]')?.getBoundingClientRect();
  const foot = document.querySelector('[role="dialog"] [type="submit"]')?.getBoundingClientRect();
  return failure !== undefined && foot !== undefined && failure.top > 0 && failure.bottom <= foot.top + 1;
};

inBrowser('of several switches each shows at once what is wanted of it, and each holds', async () => {
  const page = await show('policy');
  const toggle = (name: string, checked: boolean) => page.getByRole('switch', { name, checked });
  const changed = await holdAnswers(page, ...POLICY);
  for (const name of ['Remind guests', 'Tell owners about guests']) {
    await toggle(name, true).click();
    await toggle(name, false).waitFor();
  }
  await changed.asked(1);
  changed.release();
  await told(page, 'Off now: Remind guests');
  await told(page, 'Off now: Tell owners about guests who never opened a share');
  expect(await policy()).toMatchObject({ remindGuests: false, remindOwners: false, reportFailures: true });
});

inBrowser('rules that are changed while others are being saved are kept, to be saved next', async () => {
  const page = await show('policy');
  const rules = page.getByRole('region', { name: 'Invitations' });
  const changed = await holdAnswers(page, ...POLICY);
  await rules.getByRole('radio', { name: '14 days' }).check({ force: true });
  await button(rules, 'Save').click();
  await changed.asked(1);
  await rules.getByLabel('Allowed domains').fill('gallery.example');
  changed.release();
  await told(page, 'The policy was saved and holds from now on');
  expect(await rules.getByLabel('Allowed domains').inputValue()).toBe('gallery.example');
  expect(await policy()).toMatchObject({ longestDurationDays: 14, allowedDomains: [] });
  await button(rules, 'Save').click();
  const saved = await until('the rest is saved', async () => {
    const found = await policy();
    return found.allowedDomains.length > 0 ? found : null;
  });
  expect(saved).toMatchObject({ longestDurationDays: 14, allowedDomains: ['gallery.example'] });
});

inBrowser('rules that another administrator saved meanwhile are not undone', async () => {
  const page = await show('policy');
  const rules = page.getByRole('region', { name: 'Invitations' });
  await rules.getByRole('radio', { name: '7 days' }).check({ force: true });
  await other.request('PATCH', '/admin/policy', { codeRequired: true });
  await button(rules, 'Save').click();
  await told(page, 'The policy was saved and holds from now on');
  expect(await policy()).toMatchObject({ longestDurationDays: 7, codeRequired: true });
  await rules.getByRole('switch', { name: 'Ask external guests for a code', checked: true }).waitFor();
});

inBrowser('who was let into a domain while the dialog was closed is listed in it', async () => {
  // All is read once more when the page begins to listen.
  const listening = admin.page.waitForResponse(/\/api\/v1\/events$/);
  const page = await show('users');
  await listening;
  await button(page, 'Actions for Noah Okafor').click();
  await page.getByRole('menuitem', { name: 'Domains', exact: true }).click();
  const added = await holdRequests(page, 'PUT', /\/members\/[^/]+$/);
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Press' }).check();
  await added.asked(1);
  const read = page.waitForResponse(/\/admin\/users\?/);
  await page.keyboard.press('Escape');
  await read;
  added.release();
  await page.getByRole('listitem', { name: 'Noah Okafor' }).getByText('Brand, Press').waitFor();
});

inBrowser('what is to be corrected in a dialog has the focus, also where it was out of view', async () => {
  const page = await show('users');
  await page.setViewportSize({ width: 1024, height: 560 });
  await button(page, 'New user').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Uma Fox');
  await dialog.getByLabel('Email').fill('uma@demo.test');
  await dialog.getByRole('switch', { name: 'Make a password' }).uncheck({ force: true });
  await button(dialog, 'Create user').click();
  const password = dialog.getByLabel('Password', { exact: true });
  await page.waitForFunction(
    () =>
      (globalThis as unknown as { document: { activeElement: { type: string } } }).document.activeElement
        .type === 'password',
  );
  expect(await password.getAttribute('aria-invalid')).toBe('true');
  expect(await dialog.getByText('A password has at least 8 characters.').count()).toBe(1);
  await dialog.getByLabel('Name').fill('Uma Fox');
  await password.fill('password');
  await button(dialog, 'Create user').click();
  await page.waitForFunction(isFailureInView);
  await page.keyboard.press('Escape');
});

inBrowser('and all the while the page complains of nothing', async () => {
  expect(admin.troubles).toEqual([]);
});
