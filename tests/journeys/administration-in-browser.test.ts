import { afterAll, beforeAll, expect } from '@jest/globals';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const UMA = 'uma@demo.test';
const OWN_PASSWORD = 'a phrase of Uma’s own';

/** Ada Moreau administers; Uma comes, works and is disabled; Mia works on beside them. */
let journey: Journey | null = null;
let admin: portal.Portal;
let uma: portal.Portal;
let mia: portal.Portal;
let umasPassword = '';

const openedBy = async (email: string): Promise<portal.Portal> => {
  const window = await journey!.newWindow();
  await portal.signInTo(journey!.vitrine, window.page, email);
  return window;
};

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  admin = await openedBy('admin@demo.test');
  mia = await openedBy('mia@demo.test');
  uma = await journey.newWindow();
}, 240_000);
afterAll(() => journey?.close());

const main = (window: portal.Portal) => window.page.getByRole('navigation', { name: 'Main' });
const tab = (name: string) => admin.page.getByRole('tab', { name, exact: true });
const row = (name: string) => admin.page.getByRole('listitem', { name, exact: true });
const dialog = (name: string) => admin.page.getByRole('dialog', { name, exact: true });
const act = async (person: string, action: string) => {
  await button(admin.page, `Actions for ${person}`).click();
  await admin.page.getByRole('menuitem', { name: action, exact: true }).click();
};
/** Uma signs in, and listens by then: only from then on does her page know what others do. */
const umaSignsInTo = async ({ page }: portal.Portal, password: string) => {
  const listening = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/v1/events');
  await portal.fillSignIn(page, UMA, password);
  await button(page, 'UF, account of Uma Fox').waitFor();
  await listening;
};
const menuOf = async (window: portal.Portal, person: string, action: string) => {
  await button(window.page, new RegExp(`account of ${person}$`)).click();
  await window.page.getByRole('menuitem', { name: action, exact: true }).click();
};

inBrowser('Administration stands in the navigation for administrators, and for nobody else', async () => {
  expect(await main(mia).getByRole('link', { name: 'Administration' }).count()).toBe(0);
  await mia.page.goto(`${journey!.vitrine.url}/administration`);
  await mia.page.getByRole('heading', { name: 'This is for administrators' }).waitFor();
  await main(mia).getByRole('link', { name: 'Assets' }).click();
  await mia.page.getByRole('heading', { name: 'Assets' }).waitFor();
  await main(admin).getByRole('link', { name: 'Administration' }).click();
  await admin.page.getByRole('heading', { name: 'Administration' }).waitFor();
  await row('Noah Okafor').waitFor();
});

inBrowser('a domain is made, and a user of it with a password that is shown this once', async () => {
  await tab('Domains').click();
  await button(admin.page, 'New domain').click();
  await dialog('New domain').getByLabel('Name').fill('Archive');
  await button(dialog('New domain'), 'Create domain').click();
  await row('Archive').getByText('No members yet').waitFor();

  await tab('Users').click();
  await button(admin.page, 'New user').click();
  const form = dialog('New user');
  await form.getByLabel('Name').fill('Uma Fox');
  await form.getByLabel('Email').fill('mia@demo.test');
  await form.getByRole('checkbox', { name: 'Archive' }).check();
  await button(form, 'Create user').click();
  await form.getByText('Somebody signs in with this address already. Enter another one.').waitFor();
  await form.getByLabel('Email').fill(UMA);
  await button(form, 'Create user').click();
  const made = dialog('Uma Fox can sign in now');
  umasPassword = await made.getByLabel('Password').inputValue();
  await button(made, 'Done').click();
  await row('Uma Fox').getByText('Archive').waitFor();
  expect(umasPassword).toMatch(/^[\w-]{16}$/);
});

inBrowser('the new user signs in and is in that domain, then in another one without reloading', async () => {
  await uma.page.goto(journey!.vitrine.url);
  await umaSignsInTo(uma, umasPassword);
  await button(uma.page, 'Domains: Archive').waitFor();

  await tab('Domains').click();
  await button(admin.page, 'Members of Brand').click();
  const members = dialog('Members of Brand');
  await members.getByRole('checkbox', { name: 'Mia Lindqvist' }).waitFor();
  await members.getByLabel('Search all users by name or address').fill('uma');
  await members.getByRole('checkbox', { name: 'Uma Fox' }).check();
  await button(members, 'Done').click();
  await members.waitFor({ state: 'detached' });

  await button(uma.page, 'Domains: Archive').click();
  await uma.page.getByRole('menuitem', { name: 'Brand' }).click();
  await uma.page.getByRole('article').first().waitFor();
});

inBrowser('who is looked for is found while one types, and the address holds it', async () => {
  await tab('Users').click();
  await admin.page.getByLabel('Search users').fill('UMA');
  await row('Noah Okafor').waitFor({ state: 'detached' });
  await row('Uma Fox').getByText('Archive, Brand').waitFor();
  await admin.page.waitForURL((url) => url.searchParams.get('q') === 'UMA');
  expect(await admin.page.getByRole('searchbox', { name: 'Search assets' }).inputValue()).toBe('');
  await admin.page.getByLabel('Search users').fill('nobody at all');
  await admin.page.getByRole('heading', { name: 'Nobody matches' }).waitFor();
  await button(admin.page, 'Show all users').click();
  await row('Noah Okafor').waitFor();
});

inBrowser('the own password is changed in the page, and sessions are ended one by one or all', async () => {
  const elsewhere = await journey!.newWindow();
  await elsewhere.page.goto(journey!.vitrine.url);
  await umaSignsInTo(elsewhere, umasPassword);

  await menuOf(uma, 'Uma Fox', 'Change password');
  const form = uma.page.getByRole('dialog', { name: 'Change password' });
  await form.getByLabel('Current password').fill('not this one');
  await form.getByLabel('New password').fill(OWN_PASSWORD);
  await button(form, 'Change password').click();
  await form.getByText('This is not your current password. Nothing was changed.').waitFor();
  await form.getByLabel('Current password').fill(umasPassword);
  await button(form, 'Change password').click();
  await form.waitFor({ state: 'detached' });

  await button(elsewhere.page, 'Sign in').waitFor();
  await umaSignsInTo(elsewhere, OWN_PASSWORD);
  const sessions = uma.page.getByRole('dialog', { name: 'Where you are signed in' });
  await menuOf(uma, 'Uma Fox', 'Where you are signed in');
  await sessions.getByRole('listitem', { name: 'Chrome on Linux' }).getByText('This browser').waitFor();
  await button(sessions, 'Sign out Chrome on Linux').click();
  await button(elsewhere.page, 'Sign in').waitFor();
  await button(sessions, 'Sign out Chrome on Linux').waitFor({ state: 'detached' });
  await button(sessions, 'Close').last().click();
  await umaSignsInTo(elsewhere, OWN_PASSWORD);

  await menuOf(elsewhere, 'Uma Fox', 'Sign out everywhere');
  await button(elsewhere.page.getByRole('dialog'), 'Sign out everywhere').click();
  await button(elsewhere.page, 'Sign in').waitFor();
  await button(uma.page, 'Sign in').waitFor();
  await elsewhere.close();
  await umaSignsInTo(uma, OWN_PASSWORD);
});

inBrowser('who is disabled is signed out where they are, and cannot sign in', async () => {
  await act('Uma Fox', 'Disable');
  const asked = dialog('Disable Uma Fox?');
  await asked
    .getByText('Uma Fox is signed out at once and can no longer sign in.', { exact: false })
    .waitFor();
  await button(asked, 'Disable user').click();
  await row('Uma Fox').getByText('Disabled').waitFor();
  await button(uma.page, 'Sign in').waitFor();
  await portal.fillSignIn(uma.page, UMA, OWN_PASSWORD);
  await uma.page.getByText('The email or the password is not right.', { exact: false }).waitFor();
  await act('Uma Fox', 'Enable');
  await admin.page.getByText('Uma Fox can sign in again').waitFor();
  await umaSignsInTo(uma, OWN_PASSWORD);
});

inBrowser('the role of administrator is given and taken, with a way back', async () => {
  await act('Uma Fox', 'Make administrator');
  // What is pointed at stays, however long it takes until Uma's page hears of it.
  await admin.page.getByText('Uma Fox is an administrator now').hover();
  await main(uma).getByRole('link', { name: 'Administration' }).waitFor();
  await button(admin.page, 'Undo').click();
  await admin.page.getByText('Uma Fox is no longer an administrator').waitFor();
  await main(uma).getByRole('link', { name: 'Administration' }).waitFor({ state: 'detached' });
});

inBrowser(
  'when shares are switched off, then Share disappears for others, and comes back with them',
  async () => {
    await mia.page.getByRole('checkbox', { name: 'Select Visible' }).check();
    const share = button(mia.page, 'Share');
    await share.waitFor();
    await tab('Features').click();
    const shares = admin.page.getByRole('switch', { name: 'Shares' });
    await shares.click();
    await button(dialog('Switch shares off?'), 'Switch shares off').click();
    await share.waitFor({ state: 'detached' });
    // Another page may hear of it before this one has its answer.
    await admin.page.getByRole('switch', { name: 'Shares', checked: false }).click();
    await share.waitFor();
  },
);

inBrowser('and all the while no page asks anybody else, or complains of anything', async () => {
  expect([...admin.troubles, ...uma.troubles, ...mia.troubles]).toEqual([]);
});
