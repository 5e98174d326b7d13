import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import type { Locator } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { closedMidway, told } from '../support/closed-midway.ts';
import { expireGuest } from '../support/expire-guest.ts';
import { fitAssetsOf, mailTo } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const RITA = 'rita@gallery.example';
const OTIS = 'otis@gallery.example';
const UMA = 'uma@gallery.example';
const GUESTS = /\/shares\/[^/]+\/guests$/;

/** Mia manages a share and waits for no answer. */
let journey: Journey | null = null;
let mia: ApiPerson;
let window: portal.Portal;
let share: ShareView;
let fit: AssetView[];

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = await fitAssetsOf(mia);
  const made = await mia.post<{ share: ShareView }>('/shares', {
    title: 'Left alone',
    assetIds: fit.slice(0, 2).map(({ id }) => id),
    guests: [{ email: RITA }, { email: OTIS }],
    durationDays: 7,
  });
  share = made.share;
  await mailTo(journey.vitrine.url, OTIS);
  await expireGuest(journey.vitrine, OTIS);
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const dialog = (): Locator => window.page.getByRole('dialog');
const openShare = (tab = ''): Promise<unknown> =>
  window.page.goto(`${journey!.vitrine.url}/shares/${share.id}${tab}`);
const confirmed = (opener: string, label: string) => async () => {
  await button(window.page, opener).click();
  await button(dialog(), label).click();
};
const inMenu = async (opener: string | RegExp, item: string): Promise<void> => {
  await button(window.page, opener).click();
  await window.page.getByRole('menuitem', { name: item, exact: true }).click();
};
const invite = async (guests: string): Promise<void> => {
  await button(window.page, '+ Invite Guests').click();
  await dialog().getByLabel('Search for internal users or enter an email address').fill(`${guests},`);
  await button(dialog(), /^Invite \d/).click();
};

inBrowser('what was done with guests is told to whoever closed the dialog before it was', async () => {
  const { page } = window;
  await openShare('?tab=guests');
  await closedMidway(page, ['POST', GUESTS], () => invite(UMA));
  await told(page, '1 guest was invited and gets a mail with a link');
  await closedMidway(page, ['POST', /\/renew$/], confirmed(`Renew ${OTIS}`, 'Renew'));
  await told(page, `${OTIS} gets a new link by mail`);
  await closedMidway(
    page,
    ['POST', /\/resend$/],
    confirmed(`Resend Invitation to ${RITA}`, 'Resend Invitation'),
  );
  // Or that it failed.
  await told(page, /is on its way again|was tried too often/);
  await closedMidway(page, ['POST', /\/link$/], confirmed(`Copy link of ${RITA}`, 'Show Link'));
  await told(page, `A link for ${RITA} was made`);
  await closedMidway(page, ['DELETE', /\/guests\/[^/]+$/], confirmed(`Remove ${RITA}`, 'Remove guest'));
  await told(page, `${RITA} was removed`);
});

inBrowser('who was not invited is told with the reason, as in the dialog', async () => {
  const { page } = window;
  await openShare('?tab=guests');
  await closedMidway(page, ['POST', GUESTS], () => invite(`${UMA}, kim@gallery.example`));
  await told(page, '1 guest was invited and gets a mail with a link');
  await told(page, `${UMA}: has a link that still works`);
});

inBrowser(
  'so it is told of options, of assets that were added, and of a title that was not saved',
  async () => {
    const { page } = window;
    await openShare();
    await closedMidway(page, ['PATCH', /\/shares\/[^/]+$/], async () => {
      await inMenu('More for this share', 'Options for guests');
      await button(dialog(), 'Save').click();
    });
    await told(page, 'The options of “Left alone” were saved');
    await closedMidway(page, ['POST', /\/shares\/[^/]+\/assets$/], async () => {
      await button(page, 'Add assets').click();
      await dialog().getByRole('checkbox').nth(3).check();
      await button(dialog(), 'Add 1 asset').click();
    });
    await told(page, '1 asset was added to the share');
  },
);

inBrowser('so it is told of assets that are added to a share from where they are', async () => {
  const { page } = window;
  await page.goto(journey!.vitrine.url);
  await portal.select(page, [fit.at(-1)!.fileName]);
  await closedMidway(page, ['POST', /\/shares\/[^/]+\/assets$/], async () => {
    await inMenu('Share', 'Add Assets to Existing Share');
    await dialog().getByRole('radio', { name: 'Left alone' }).check({ force: true });
    await button(dialog(), 'Select').click();
  });
  await told(page, '1 asset was added to “Left alone”');
});

inBrowser('so it is told that a password was not changed, and that nobody saw a token', async () => {
  const { page } = window;
  await closedMidway(page, ['PUT', /\/session\/password$/], async () => {
    await inMenu(/account of/, 'Change password');
    await dialog().getByLabel('Current password').fill('not this one');
    await dialog().getByLabel('New password').fill('a phrase of Mia’s own');
    await button(dialog(), 'Change password').click();
  });
  await told(page, 'This is not your current password. Nothing was changed.');
  await closedMidway(page, ['POST', /\/tokens$/], async () => {
    await inMenu(/account of/, 'API tokens');
    await button(dialog(), 'New token').click();
    await dialog().getByLabel('Name').fill('Nightly');
    await button(dialog(), 'Create token').click();
    await page.keyboard.press('Escape');
  });
  await told(page, 'The token Nightly was made');
});

inBrowser('and all the while the page complains of nothing', async () => {
  expect(window.troubles).toEqual([]);
});
