import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { holdAnswers, holdRequests } from '../support/held-answers.ts';
import { fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';

interface Session {
  currentDomainId: string;
  domains: { id: string; name: string }[];
}

const { button } = portal;
const SESSION = /\/api\/v1\/session$/;
const DOMAIN = /\/api\/v1\/session\/domain$/;
const GUEST = 'rita@gallery.example';

/** Whoever acts here acts again before the first answer. */
let journey: Journey | null = null;
let admin: ApiPerson;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  admin = await signedIn(journey.vitrine.url, 'admin@demo.test');
}, 180_000);
afterAll(() => journey?.close());

/** Two presses that wait side by side, as on a machine with much else to do. */
const pressTwice = (place: Locator): Promise<void> =>
  place.evaluate((element: unknown) => {
    const pressed = element as { click: () => void };
    pressed.click();
    pressed.click();
  });

/** How often something is asked of the portal from now on. */
const countOf = (page: Page, method: string, path: RegExp): (() => number) => {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === method && path.test(new URL(request.url()).pathname)) count += 1;
  });
  return () => count;
};

inBrowser('two presses on Sign in are one sign-in', async () => {
  const { page, close } = await journey!.newWindow();
  await page.goto(journey!.vitrine.url);
  await page.getByLabel('Email').fill('mia@demo.test');
  await page.getByLabel('Password').fill('not her password');
  const count = countOf(page, 'POST', SESSION);
  const answered = await holdAnswers(page, 'POST', SESSION);
  await pressTwice(button(page, 'Sign in'));
  await answered.asked(1);
  // By now the button says that it is at it, and a third press counts as little.
  await page.locator('button[data-loading]').waitFor();
  await page.getByLabel('Password').press('Enter');
  answered.release();
  await page.getByRole('alert').waitFor();
  expect(count()).toBe(1);
  await close();
});

inBrowser('two presses at the guest’s door open it once', async () => {
  const mia = await signedIn(journey!.vitrine.url, 'mia@demo.test');
  const assetIds = (await fitAssetsOf(mia)).slice(0, 1).map(({ id }) => id);
  const guests = [{ email: GUEST }];
  await mia.post('/shares', { title: 'Opened once', assetIds, guests, durationDays: 7 });
  const { page, close } = await journey!.newWindow();
  await page.goto(`${journey!.vitrine.url}/guest/${tokenIn(await mailTo(journey!.vitrine.url, GUEST))}`);
  const count = countOf(page, 'POST', /\/guest\/session$/);
  const open = button(page, 'Open share');
  await open.waitFor();
  await pressTwice(open);
  await page.getByRole('heading', { name: 'Opened once' }).waitFor();
  expect(count()).toBe(1);
  await close();
});

inBrowser('of two domains that are chosen one after the other the last one is shown', async () => {
  const { page, close } = await journey!.windowOf('admin@demo.test');
  const { currentDomainId, domains } = await admin.get<Session>('/session');
  const now = domains.find(({ id }) => id === currentDomainId)!;
  const [first, last] = domains.filter(({ id }) => id !== currentDomainId);
  const count = countOf(page, 'PUT', DOMAIN);
  const chosen = await holdRequests(page, 'PUT', DOMAIN);
  const choose = async (name: string) => {
    await button(page, `Domains: ${now.name}`).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await choose(first!.name);
  await chosen.asked(1);
  await choose(last!.name);
  await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
  expect(count()).toBe(1);
  chosen.release();
  await button(page, `Domains: ${last!.name}`).waitFor();
  expect(count()).toBe(2);
  await close();
});

inBrowser('who is checked and unchecked at once is no member', async () => {
  const { page, close } = await journey!.windowOf('admin@demo.test');
  await page.goto(`${journey!.vitrine.url}/administration`);
  await button(page, 'Actions for Noah Okafor').click();
  await page.getByRole('menuitem', { name: 'Domains', exact: true }).click();
  const box = page.getByRole('dialog').getByRole('checkbox', { name: 'Press' });
  const added = await holdRequests(page, 'PUT', /\/members\/[^/]+$/);
  const done = ['PUT', 'DELETE'].map((method) =>
    page.waitForResponse((answer) => answer.request().method() === method),
  );
  await box.check();
  await added.asked(1);
  await box.uncheck();
  added.release();
  await Promise.all(done);
  const { items } = await admin.get<{ items: { domains: { name: string }[] }[] }>('/admin/users?q=noah');
  expect(items[0]!.domains.map(({ name }) => name)).toEqual(['Brand']);
  expect(await box.isChecked()).toBe(false);
  await close();
});

inBrowser('who is made an administrator twice before the first answer is made one once', async () => {
  const { page, close } = await journey!.windowOf('admin@demo.test');
  await page.goto(`${journey!.vitrine.url}/administration`);
  const USER = /\/admin\/users\/[^/]+$/;
  const count = countOf(page, 'PATCH', USER);
  // Not its answer: the page would hear live of what was done.
  const changed = await holdRequests(page, 'PATCH', USER);
  const made = page.getByRole('menuitem', { name: 'Make administrator' });
  await button(page, 'Actions for Noah Okafor').click();
  await pressTwice(made);
  await changed.asked(1);
  await made.waitFor({ state: 'detached' });
  await button(page, 'Actions for Noah Okafor').click();
  await made.click();
  changed.release();
  await page.getByRole('listitem', { name: 'Noah Okafor' }).getByText('Administrator').waitFor();
  const told = page.getByText('Noah Okafor is an administrator now');
  await told.first().waitFor();
  expect([count(), await told.count()]).toEqual([1, 1]);
  await close();
});

inBrowser('while a search is read, the list of before is drawn as one that goes', async () => {
  const { page, close } = await journey!.windowOf('mia@demo.test');
  const list = page.locator('main').getByRole('list', { name: 'Assets' });
  await list.getByRole('article').first().waitFor();
  const answered = await holdAnswers(page, 'GET', /\/api\/v1\/assets\?.*q=/);
  await page.getByRole('searchbox', { name: 'Search assets' }).fill('poster');
  await answered.asked(1);
  const before = page.locator('main [data-stale]');
  await before.waitFor();
  answered.release();
  await before.waitFor({ state: 'detached' });
  await list.getByRole('article').first().waitFor();
  await close();
});
