import { afterAll, beforeAll, expect } from '@jest/globals';
import { signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;

let journey: Journey | null = null;
let admin: portal.Portal;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const ada = await signedIn(journey.vitrine.url, 'admin@demo.test');
  await ada.post('/admin/users', { name: 'Uma Fox', email: 'uma@demo.test' });
  admin = await journey.windowOf('admin@demo.test');
}, 240_000);
afterAll(() => journey?.close());

inBrowser('An administrator searches the audit and takes it along as CSV', async () => {
  const { page } = admin;
  await page.goto(`${journey!.vitrine.url}/administration?tab=audit`);
  const lines = page.getByRole('list', { name: 'Audit' });
  await lines.getByText('created a user').first().waitFor();
  const search = page.getByRole('searchbox', { name: 'Search the audit' });
  await search.fill('Uma');
  const created = lines.getByRole('listitem').filter({ hasText: 'Uma Fox' });
  await created.first().waitFor();
  expect(await created.first().innerText()).toMatch(/Ada Moreau[^]*127\.0\.0\.1/);
  await lines.getByText('signed in').first().waitFor({ state: 'detached' });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('audit.csv');
  await search.fill('no such thing at all');
  await page.getByText('Nothing matches').waitFor();
  await button(page, 'Show everything').click();
  await lines.getByText('signed in').first().waitFor();
  expect(admin.troubles).toEqual([]);
});
