import { afterAll, beforeAll, expect } from '@jest/globals';
import type { ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const TITLE = 'Autumn for the press';
const OFF = 'Shares are not enabled for your account. Contact your administrator.';

/** Nobody reloads or clicks here: what is waited for is what an administrator did. */
let journey: Journey | null = null;
let administrator: ApiPerson;
let onShare: portal.Portal;
let onList: portal.Portal;

const signedInAt = async (email: string, path: string): Promise<portal.Portal> => {
  const window = await journey!.newWindow();
  await portal.signInTo(journey!.vitrine, window.page, email);
  const listening = window.page.waitForResponse((answer) => answer.url().endsWith('/api/v1/events'));
  await window.page.goto(`${journey!.vitrine.url}${path}`);
  await listening;
  return window;
};

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const { url } = journey.vitrine;
  administrator = await signedIn(url, 'admin@demo.test');
  const mia = await signedIn(url, 'mia@demo.test');
  const assetIds = (await fitAssetsOf(mia)).slice(0, 2).map(({ id }) => id);
  const { share } = await mia.post<{ share: ShareView }>('/shares', { title: TITLE, assetIds });
  onShare = await signedInAt('mia@demo.test', `/shares/${share.id}`);
  onList = await signedInAt('mia@demo.test', '/shares');
  await onShare.page.getByRole('heading', { name: TITLE }).waitFor();
  await onList.page.getByRole('link', { name: TITLE }).waitFor();
}, 180_000);
afterAll(() => journey?.close());

inBrowser('when shares are switched off, then a share and the list of shares are not shown on', async () => {
  await administrator.request('PATCH', '/admin/features', { shares: false });
  for (const { page } of [onShare, onList]) await page.getByText(OFF).waitFor();
  await onShare.page.getByRole('heading', { name: TITLE }).waitFor({ state: 'detached' });
  await onList.page.getByRole('link', { name: TITLE }).waitFor({ state: 'detached' });
  // To try again would be in vain.
  for (const { page } of [onShare, onList])
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
});

inBrowser('when they are switched on again, then both are there again', async () => {
  await administrator.request('PATCH', '/admin/features', { shares: true });
  await onShare.page.getByRole('heading', { name: TITLE }).waitFor();
  await onList.page.getByRole('link', { name: TITLE }).waitFor();
});
