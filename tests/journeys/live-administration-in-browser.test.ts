import { afterAll, beforeAll, expect } from '@jest/globals';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import * as portal from '../support/portal.ts';

type Named = { id: string; name: string };

/** Ada Moreau looks on: whatever appears on her page, another administrator did. */
let journey: Journey | null = null;
let other: ApiPerson;
let admin: portal.Portal;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  other = await signedIn(journey.vitrine.url, 'admin@demo.test');
  admin = await journey.newWindow();
  // Only from then on does the page know what others do.
  const listening = admin.page.waitForResponse(/\/api\/v1\/events$/);
  await portal.signInTo(journey.vitrine, admin.page, 'admin@demo.test');
  await listening;
  await admin.page.getByRole('link', { name: 'Administration' }).click();
}, 180_000);
afterAll(() => journey?.close());

const row = (name: string) => admin.page.getByRole('listitem', { name, exact: true });
const show = (tab: string) => admin.page.getByRole('tab', { name: tab, exact: true }).click();
const idOf = async (list: 'users' | 'domains', name: string): Promise<string> => {
  const { items } = await other.get<{ items: Named[] }>(`/admin/${list}`);
  return items.find((item) => item.name === name)?.id ?? 'none';
};

inBrowser('users whom another administrator makes, changes and disables appear as they are', async () => {
  await row('Noah Okafor').waitFor();
  await other.post('/admin/users', { name: 'Uma Fox', email: 'uma@demo.test' });
  await row('Uma Fox').getByText('No domain').waitFor();
  const path = `/admin/users/${await idOf('users', 'Uma Fox')}`;
  await other.request('PATCH', path, { name: 'Uma Berg' });
  await row('Uma Berg').waitFor();
  await other.request('PATCH', path, { isEnabled: false });
  await row('Uma Berg').getByText('Disabled').waitFor();
  await other.request('PATCH', path, { isEnabled: true });
  await row('Uma Berg').getByText('Disabled').waitFor({ state: 'detached' });
});

inBrowser('so do domains and who belongs to them', async () => {
  await show('Domains');
  await row('Brand').waitFor();
  await other.post('/admin/domains', { name: 'Archive' });
  await row('Archive').getByText('No members yet').waitFor();
  const path = `/admin/domains/${await idOf('domains', 'Archive')}`;
  await other.request('PUT', `${path}/members/${await idOf('users', 'Uma Berg')}`);
  await row('Archive').getByText('1 member').waitFor();
  await other.request('PATCH', path, { name: 'Old files' });
  await row('Old files').waitFor();
});

inBrowser('and the features', async () => {
  await show('Features');
  const shares = admin.page.getByRole('switch', { name: 'Shares' });
  await shares.waitFor();
  await other.request('PATCH', '/admin/features', { shares: false });
  await admin.page.getByRole('switch', { name: 'Shares', checked: false }).waitFor();
  await other.request('PATCH', '/admin/features', { shares: true });
  await admin.page.getByRole('switch', { name: 'Shares', checked: true }).waitFor();
  expect(admin.troubles).toEqual([]);
});
