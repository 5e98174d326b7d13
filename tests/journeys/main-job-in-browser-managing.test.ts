import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, GuestView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, anApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { expireGuest } from '../support/expire-guest.ts';
import { type Page, type Shared, fitAssetsOf, mailTo, shareOf, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button, tile } = portal;
/** Whatever the reason, a link that opens nothing gets the same answer. */
const CLOSED = 401;
const TITLE = 'Autumn for the press';

let journey: Journey | null = null;
let window: portal.Portal;
let mia: ApiPerson;
let fit: AssetView[];
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 4);
  const guests = [{ email: 'rita@gallery.example' }, { email: 'otis@gallery.example' }];
  share = await shareOf(mia, { title: TITLE, assets: fit.slice(0, 3), guests });
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const assetIds = async () =>
  (await mia.get<Page<Shared>>(`/shares/${share.id}/assets`)).items.map(({ id }) => id);
const guestEmails = async () =>
  (await mia.get<{ items: GuestView[] }>(`/shares/${share.id}/guests`)).items.map(({ email }) => email);
const guestRow = (email: string) => window.page.getByRole('listitem', { name: email, exact: true });
const colourOf = (email: string): Promise<string> =>
  guestRow(email).getByText(email, { exact: true }).evaluate(portal.colourOf);
const openTab = (name: string) => window.page.getByRole('tab', { name }).click();

/** What somebody gets who tries the link of a mail now. */
const knock = async (address: string) => {
  const token = tokenIn(await mailTo(journey!.vitrine.url, address));
  return (await anApiPerson(journey!.vitrine.url).request('POST', '/guest/session', { token })).status;
};

inBrowser(
  'select Shares from the left-hand navigation to open your shares list; select a share name to open it',
  async () => {
    const { page } = window;
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Shares' }).click();
    await page.getByRole('heading', { name: 'Shares' }).waitFor();
    await page.getByText(/^3.assets · 2.guests · updated/).waitFor();
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await portal.drawn(tile(page, fit[0]!.fileName));
  },
);

inBrowser('from within a share you can add or remove assets', async () => {
  const { page } = window;
  const [first, , , last] = fit;
  await tile(page, first!.fileName).getByRole('checkbox').check();
  await button(page, 'Remove from share').click();
  await tile(page, first!.fileName).waitFor({ state: 'detached' });
  expect(await assetIds()).toEqual(fit.slice(1, 3).map(({ id }) => id));

  await button(page, 'Undo').waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await tile(page, first!.fileName).getByRole('checkbox').check();
  await button(page, 'Undo').waitFor({ state: 'detached' });
  await button(page, 'Remove from share').click();
  await tile(page, first!.fileName).waitFor({ state: 'detached' });
  expect(await assetIds()).toEqual(fit.slice(1, 3).map(({ id }) => id));

  await button(page, 'Add assets').click();
  const dialog = page.getByRole('dialog', { name: 'Add assets' });
  await dialog.getByLabel('Search assets of Brand').fill(last!.fileName);
  await dialog.getByRole('checkbox', { name: `Select ${last!.fileName}` }).check();
  await button(dialog, 'Add 1 asset').click();
  await dialog.waitFor({ state: 'detached' });
  await tile(page, last!.fileName).waitFor();
  expect(await assetIds()).toEqual(fit.slice(1, 4).map(({ id }) => id));
});

inBrowser('to invite additional guests, select + Invite Guests at the bottom of the Guests tab', async () => {
  const { page } = window;
  await openTab('Guests');
  await guestRow('rita@gallery.example').getByText('Mail sent').waitFor();
  await button(page, '+ Invite Guests').click();
  const dialog = page.getByRole('dialog', { name: 'Invite guests' });
  const field = dialog.getByLabel('Search for internal users or enter an email address');
  await field.fill('uma@gallery.example, rita@gallery.example,');
  await button(dialog, 'Invite 2 guests').click();
  await dialog.getByText(/rita@gallery.example: has a link that still works/).waitFor();
  await button(dialog, 'Cancel').click();
  await guestRow('uma@gallery.example').waitFor();
  expect((await guestEmails()).sort()).toEqual([
    'otis@gallery.example',
    'rita@gallery.example',
    'uma@gallery.example',
  ]);
});

inBrowser('remove guests: the link of the one who is removed is dead, and only that', async () => {
  const { page } = window;
  expect(await knock('otis@gallery.example')).toBeLessThan(300);
  await button(guestRow('otis@gallery.example'), 'Remove otis@gallery.example').click();
  await button(page.getByRole('dialog'), 'Remove guest').click();
  await guestRow('otis@gallery.example').waitFor({ state: 'detached' });
  expect(await knock('otis@gallery.example')).toBe(CLOSED);
  expect(await knock('rita@gallery.example')).toBeLessThan(300);
});

inBrowser('enable or disable the share using the Share Enabled toggle', async () => {
  const { page } = window;
  const toggle = page.getByRole('switch', { name: 'Share Enabled', exact: true });
  expect(await toggle.isChecked()).toBe(true);
  await toggle.uncheck();
  await page.getByText(`“${TITLE}” is disabled: no guest can open it now`).waitFor();
  expect(await knock('rita@gallery.example')).toBe(CLOSED);
  await toggle.check();
  await page.getByText(`“${TITLE}” is enabled: its links work again`).waitFor();
  expect(await knock('rita@gallery.example')).toBeLessThan(300);
});

inBrowser(
  'guests whose links have expired are listed at the bottom of the Guests tab with their email address greyed out',
  async () => {
    const { page } = window;
    await expireGuest(journey!.vitrine, 'rita@gallery.example');
    await page.reload();
    const expired = page.getByRole('list', { name: 'Expired' });
    await expired.getByRole('listitem', { name: 'rita@gallery.example' }).waitFor();
    const order = await page
      .getByRole('tabpanel')
      .getByRole('listitem')
      .evaluateAll((rows: { ariaLabel: string | null }[]) => rows.map(({ ariaLabel }) => ariaLabel));
    expect(order.at(-1)).toBe('rita@gallery.example');
    expect(await colourOf('rita@gallery.example')).not.toBe(await colourOf('uma@gallery.example'));
    expect(await knock('rita@gallery.example')).toBe(CLOSED);
  },
);

inBrowser('a guest who has expired is renewed by a new link, and the old one stays dead', async () => {
  const { page } = window;
  const address = 'rita@gallery.example';
  const old = (await mailTo(journey!.vitrine.url, address)).id;
  await button(guestRow(address), `Renew ${address}`).click();
  await button(page.getByRole('dialog'), /Renew/).click();
  await page.getByText(`${address} gets a new link by mail`).waitFor();
  await until('the new mail', async () =>
    (await mailTo(journey!.vitrine.url, address)).id === old ? null : true,
  );
  expect(await knock(address)).toBeLessThan(300);
});

inBrowser('what the account allows is said where guests are named, and holds', async () => {
  const admin = await journey!.windowOf('admin@demo.test');
  await admin.page.goto(`${journey!.vitrine.url}/administration?tab=policy`);
  const rules = admin.page.getByRole('region', { name: 'Invitations' });
  await rules.getByRole('radio', { name: '3 days' }).check();
  await rules.getByLabel('Allowed domains').fill('Gallery.example');
  await button(rules, 'Save').click();
  await admin.page.getByText('The policy was saved and holds from now on').waitFor();
  const reminders = admin.page.getByRole('switch', { name: 'Remind guests' });
  await reminders.click();
  await admin.page.getByText('No guest hears that their link is about to end.').waitFor();
  await admin.page.getByText('Off now: Remind guests').waitFor();
  await admin.page.reload();
  expect(await rules.getByLabel('Allowed domains').inputValue()).toBe('gallery.example');
  expect(await reminders.isChecked()).toBe(false);
  expect(admin.troubles).toEqual([]);
  await admin.close();

  await button(window.page, '+ Invite Guests').click();
  const dialog = window.page.getByRole('dialog', { name: 'Invite guests' });
  await dialog.getByText('Your account allows 3 days at most').waitFor();
  expect(await dialog.getByRole('radio', { name: '3 days' }).isChecked()).toBe(true);
  expect(await dialog.getByRole('radio', { name: '5 days' }).isDisabled()).toBe(true);
  const field = dialog.getByLabel('Search for internal users or enter an email address');
  await field.fill('lena@agency.example, kim@gallery.example,');
  await dialog.getByText('lena@agency.example: not allowed by your account', { exact: false }).waitFor();
  await button(dialog, 'Invite 2 guests').click();
  await dialog.getByText('lena@agency.example: the policy does not allow addresses there').waitFor();
  await button(dialog, 'Cancel').click();
  await guestRow('kim@gallery.example').waitFor();
  expect(await guestEmails()).not.toContain('lena@agency.example');
});

inBrowser('and all the while the page asks nobody else, and complains of nothing', async () => {
  expect(window.troubles).toEqual([]);
  expect(window.refusals).toEqual(['401 GET /api/v1/session']);
});
