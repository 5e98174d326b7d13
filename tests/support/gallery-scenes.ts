import type { AssetView, ShareView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { type ApiPerson, signedIn } from './api-person.ts';
import { assetsOf, mailTo, tokenIn } from './main-job.ts';
import { button, select, signInTo } from './portal.ts';
import type { RunningVitrine } from './running-vitrine.ts';

/** A screen to be pictured, reached anew for every width. */
export interface Scene {
  name: string;
  page: Page;
  show: (page: Page) => Promise<unknown>;
}

const TITLE = 'Autumn for the press';
const GUEST = 'rita@gallery.example';

const shareOf = async (mia: ApiPerson, assets: readonly AssetView[]): Promise<ShareView> => {
  const found = await mia.get<{ items: { id: string }[] }>('/users?q=noah');
  const made = await mia.post<{ share: ShareView }>('/shares', {
    title: TITLE,
    description: 'The pictures of the new collection, for your autumn issue. Please name the photographer.',
    assetIds: assets.map(({ id }) => id),
    guests: [{ userId: found.items[0]?.id }, { email: GUEST }, { email: 'ines@atelier.example' }],
    durationDays: 7,
  });
  await mia.post('/shares', {
    title: 'Fair in Milan',
    assetIds: assets.slice(2, 6).map(({ id }) => id),
    guests: [],
    durationDays: 7,
  });
  return made.share;
};

const dismissed = async (page: Page): Promise<void> => {
  await page.mouse.move(0, 0);
  await page.getByRole('article').first().waitFor();
};

/** The screens of somebody who shares, and those of their guest. */
export const scenesOf = async (vitrine: RunningVitrine, owner: Page, guest: Page): Promise<Scene[]> => {
  const { url } = vitrine;
  await signInTo(vitrine, owner, 'mia@demo.test');
  const mia = await signedIn(url, 'mia@demo.test');
  const assets = await assetsOf(mia);
  const fit = assets.filter(
    ({ downloadable, shareable, thumbnailUrl }) => downloadable && shareable && thumbnailUrl,
  );
  const unfit = assets.filter(({ downloadable, shareable }) => !downloadable || !shareable);
  const share = await shareOf(mia, fit.slice(0, 9));
  const names = (some: readonly AssetView[]) => some.map(({ fileName }) => fileName);
  const link = `${url}/guest/${tokenIn(await mailTo(url, GUEST))}`;
  const goTo = (path: string) => async (page: Page) => {
    await page.goto(`${url}${path}`);
    await dismissed(page);
  };
  const startSharing = async (page: Page) => {
    await button(page, 'Share').click();
    await page.getByRole('menuitem', { name: 'Create New Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create New Share' });
    await dialog.getByRole('list', { name: 'Cannot be shared' }).waitFor();
    await dialog.getByLabel('Title').fill(TITLE);
    return dialog;
  };
  const chosen = async (page: Page) => {
    await goTo('/')(page);
    await select(page, names([...fit.slice(0, 4), ...unfit.slice(0, 2)]));
    await page.mouse.move(0, 0);
  };
  const of = (name: string, page: Page, show: Scene['show']): Scene => ({ name, page, show });
  return [
    of('sign-in', guest, async (page) => {
      await page.goto(url);
      await button(page, 'Sign in').waitFor();
    }),
    of('assets', owner, goTo('/')),
    of('assets-list', owner, goTo('/?layout=list')),
    of('preview', owner, async (page) => {
      await page.goto(`${url}/?preview=${fit[1]!.id}`);
      await page.getByRole('dialog').getByRole('img').waitFor();
    }),
    of('selection', owner, chosen),
    of('create-share', owner, async (page) => {
      await chosen(page);
      await startSharing(page);
    }),
    of('create-share-guests', owner, async (page) => {
      await chosen(page);
      const dialog = await startSharing(page);
      await dialog.getByRole('switch', { name: 'Choose who has access to' }).check();
      await button(dialog, 'Next').click();
      await dialog.getByLabel('Search for internal users').fill(`${GUEST},`);
      await dialog.getByText(/The link works until/).waitFor();
    }),
    of('shares', owner, async (page) => {
      await page.goto(`${url}/shares`);
      await page.getByRole('link', { name: TITLE }).waitFor();
    }),
    of('share', owner, goTo(`/shares/${share.id}`)),
    of('share-guests', owner, async (page) => {
      await page.goto(`${url}/shares/${share.id}?tab=guests`);
      await page.getByRole('listitem', { name: GUEST }).waitFor();
    }),
    of('share-activity', owner, async (page) => {
      await page.goto(`${url}/shares/${share.id}?tab=activity`);
      await page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
    }),
    of('invitation', guest, async (page) => {
      await page.goto(link);
      await button(page, 'Open share').waitFor();
    }),
    of('guest', guest, async (page) => {
      await page.goto(link);
      await button(page, 'Open share').click();
      await page.getByRole('heading', { name: TITLE }).waitFor();
      await dismissed(page);
    }),
  ];
};
