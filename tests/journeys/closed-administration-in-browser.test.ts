import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { closedMidway, told } from '../support/closed-midway.ts';
import { holdAnswers } from '../support/held-answers.ts';
import * as portal from '../support/portal.ts';

const { button } = portal;
const USERS = ['POST', /\/admin\/users$/] as const;
const ONE_USER = ['PATCH', /\/admin\/users\/[^/]+$/] as const;
const UNSEEN = /Nobody saw the password that was made/;

/** Ada Moreau administers, and waits for no answer. */
let journey: Journey | null = null;
let admin: portal.Portal;

beforeAll(async () => {
  journey = await openJourney();
  if (journey !== null) admin = await journey.windowOf('admin@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const show = async (tab: string): Promise<Page> => {
  await admin.page.goto(`${journey!.vitrine.url}/administration?tab=${tab}`);
  return admin.page;
};
const act = async (person: string, action: string): Promise<Locator> => {
  await button(admin.page, `Actions for ${person}`).click();
  await admin.page.getByRole('menuitem', { name: action, exact: true }).click();
  return admin.page.getByRole('dialog');
};
const askedFor = async (opener: string): Promise<Locator> => {
  await button(admin.page, opener).click();
  return admin.page.getByRole('dialog');
};
const newUser = async (name: string, email: string): Promise<void> => {
  const dialog = await askedFor('New user');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Email').fill(email);
  await button(dialog, 'Create user').click();
};

inBrowser(
  'a user is told of who was made while the dialog was closed, and that nobody saw the password',
  async () => {
    const page = await show('users');
    await closedMidway(page, USERS, () => newUser('Uma Fox', 'uma@demo.test'));
    await told(page, 'Uma Fox can sign in now');
    await told(page, UNSEEN);
  },
);

inBrowser('why a user was not made is told in the words of the field', async () => {
  const page = await show('users');
  await closedMidway(page, USERS, () => newUser('Mia the Second', 'mia@demo.test'));
  await told(page, 'Somebody signs in with this address already. Enter another one.');
});

inBrowser('so it is told of a new name, a new password and of who was disabled', async () => {
  const page = await show('users');
  await closedMidway(page, ONE_USER, async () => {
    const dialog = await act('Noah Okafor', 'Rename');
    await dialog.getByLabel('Name').fill('Noah Obi');
    await button(dialog, 'Save').click();
  });
  await told(page, 'The name is Noah Obi now');
  await closedMidway(page, ['PUT', /\/password$/], async () =>
    button(await act('Noah Obi', 'Set a new password'), 'Set password').click(),
  );
  await told(page, 'Noah Obi has a new password');
  await told(page, UNSEEN);
  await closedMidway(page, ONE_USER, async () =>
    button(await act('Noah Obi', 'Disable'), 'Disable user').click(),
  );
  await told(page, 'Noah Obi is disabled');
});

inBrowser('so it is told of a new domain, its new name and its policy', async () => {
  const page = await show('domains');
  await closedMidway(page, ['POST', /\/admin\/domains$/], async () => {
    const dialog = await askedFor('New domain');
    await dialog.getByLabel('Name').fill('Archive');
    await button(dialog, 'Create domain').click();
  });
  await told(page, /^Archive was created/);
  await closedMidway(page, ['PATCH', /\/admin\/domains\/[^/]+$/], async () => {
    const dialog = await askedFor('Rename Archive');
    await dialog.getByLabel('Name').fill('Brand');
    await button(dialog, 'Save').click();
  });
  await told(page, 'Another domain in this account has this name. Enter another one.');
  await closedMidway(page, ['PATCH', /\/policy$/], async () => {
    const dialog = await askedFor('Policy of Archive');
    await dialog.getByRole('switch', { name: 'External guests', exact: true }).uncheck({ force: true });
    await button(dialog, 'Save').click();
  });
  await told(page, 'The policy of Archive was saved and holds from now on');
});

inBrowser('what a notice offers of a domain leads there from wherever one is by then', async () => {
  const page = await show('domains');
  const dialog = page.getByRole('dialog', { name: 'Members of Press kits' });
  const made = await askedFor('New domain');
  await made.getByLabel('Name').fill('Press kits');
  await button(made, 'Create domain').click();
  // What is pointed at stays, so the keys lead elsewhere.
  await page.getByText(/^Press kits was created/).hover();
  await page.getByRole('link', { name: 'Assets', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'Assets', exact: true }).waitFor();
  await button(page, 'Add members').click();
  await dialog.getByLabel('Search all users by name or address').waitFor();
  expect(await page.getByRole('tab', { name: 'Domains', selected: true }).count()).toBe(1);
  await button(dialog, 'Done').click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('listitem', { name: 'Press kits' }).getByText('No members yet').waitFor();
});

inBrowser('that shares are off is told to whoever is on another tab by then', async () => {
  const page = await show('features');
  await closedMidway(page, ['PATCH', /\/admin\/features$/], async () => {
    await page.getByRole('switch', { name: 'Shares' }).click();
    await button(page.getByRole('dialog'), 'Switch shares off').click();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Users' }).click();
  });
  await told(page, 'Shares are off: no guest sees anything now');
});

inBrowser('of the roles of two who are made administrators at once both are told', async () => {
  const page = await show('users');
  const changed = await holdAnswers(page, ...ONE_USER);
  for (const person of ['Mia Lindqvist', 'Uma Fox']) await act(person, 'Make administrator');
  await changed.asked(2);
  changed.release();
  await told(page, 'Mia Lindqvist is an administrator now');
  await told(page, 'Uma Fox is an administrator now');
});

inBrowser('and all the while the page complains of nothing', async () => {
  expect(admin.troubles).toEqual([]);
});
