import { afterAll, beforeAll } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { fitAssetsOf } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;

let journey: Journey | null = null;
let mia: ApiPerson;
let fit: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 2);
}, 180_000);
afterAll(() => journey?.close());

inBrowser(
  'what becomes unavailable while the dialog of a share is open is listed there, and back',
  async () => {
    const { page, close } = await journey!.windowOf('mia@demo.test');
    const names = fit.map(({ fileName }) => fileName);
    await portal.select(page, names);
    await button(page, 'Share').click();
    await page.getByRole('menuitem', { name: 'Create New Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create New Share' });
    await dialog.getByText('2 assets will be included').waitFor();
    await dialog.getByLabel('Title').fill('Meanwhile');
    await mia.request('PATCH', `/assets/${fit[0]!.id}`, { availability: 'unavailable' });
    await dialog.getByText('1 asset will be included').waitFor();
    const excluded = dialog.getByRole('list', { name: 'Cannot be shared' });
    await excluded.getByText('Unavailable').waitFor();
    await mia.request('PATCH', `/assets/${fit[0]!.id}`, { availability: 'available' });
    await dialog.getByText('2 assets will be included').waitFor();
    await excluded.waitFor({ state: 'detached' });
    await close();
  },
);
