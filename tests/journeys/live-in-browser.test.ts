import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { PNG, fitAssetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import { until } from '../support/until.ts';
import * as portal from '../support/portal.ts';

const { button, tile } = portal;
const TITLE = 'Autumn for the press';

/** Nobody reloads, clicks or waits for a timer of the page here: what is waited for is what others did. */
let journey: Journey | null = null;
let mia: portal.Portal;
let rita: portal.Portal;
let noah: portal.Portal;
let miaElsewhere: ApiPerson;
let fit: AssetView[];
let share: ShareView;

/** Listens by now: only from then on does the page know what others do. */
const isListening = (window: portal.Portal) =>
  window.page.waitForResponse((response) => new URL(response.url()).pathname === '/api/v1/events');

const saved = () => miaElsewhere.get<ShareView>(`/shares/${share.id}`);
const untilItSays = (field: ReturnType<portal.Portal['page']['getByLabel']>, value: string) =>
  until(`the field says ${value}`, async () => ((await field.inputValue()) === value ? value : null));

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  const { vitrine } = journey;
  miaElsewhere = await signedIn(vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(miaElsewhere)).slice(0, 3);
  const made = await miaElsewhere.post<{ share: ShareView }>('/shares', {
    title: TITLE,
    assetIds: fit.slice(0, 2).map(({ id }) => id),
    guests: [{ email: 'rita@gallery.example' }],
    durationDays: 7,
  });
  share = made.share;
  [mia, rita, noah] = [await journey.newWindow(), await journey.newWindow(), await journey.newWindow()];
  const listening = [isListening(mia), isListening(noah)];
  await portal.signInTo(vitrine, mia.page, 'mia@demo.test');
  await portal.signInTo(vitrine, noah.page, 'noah@demo.test');
  await Promise.all(listening);
  await mia.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Shares' }).click();
  await mia.page.getByRole('link', { name: TITLE }).click();
  await mia.page.getByRole('tab', { name: 'Guests' }).click();
  await mia.page.getByRole('listitem', { name: 'rita@gallery.example' }).waitFor();
}, 180_000);
afterAll(() => journey?.close());

inBrowser('when a guest opens the link, then the owner sees it without reloading', async () => {
  const token = tokenIn(await mailTo(journey!.vitrine.url, 'rita@gallery.example'));
  await rita.page.goto(`${journey!.vitrine.url}/guest/${token}`);
  const listening = isListening(rita);
  await button(rita.page, 'Open share').click();
  await rita.page.getByRole('heading', { name: TITLE }).waitFor();
  await listening;
  await mia.page
    .getByRole('listitem', { name: 'rita@gallery.example' })
    .getByText(/Opened/)
    .waitFor();
});

inBrowser('when a guest downloads, then the owner sees it in the activity without reloading', async () => {
  await mia.page.getByRole('tab', { name: 'Activity' }).click();
  const [first] = fit;
  await portal.taken(rita.page, () => button(tile(rita.page, first!.fileName), /^Download/).click());
  await mia.page
    .getByText(/rita@gallery\.example.*download/i)
    .first()
    .waitFor();
});

inBrowser(
  'when a guest has downloaded an asset, then its tile says how often, and goes on counting',
  async () => {
    const [first, second] = fit;
    await mia.page.getByRole('tab', { name: 'Assets' }).click();
    await tile(mia.page, first!.fileName).getByText('1 download', { exact: false }).waitFor();
    expect(await tile(mia.page, second!.fileName).getByText('download', { exact: false }).count()).toBe(0);
    await portal.taken(rita.page, () => button(tile(rita.page, first!.fileName), /^Download/).click());
    await tile(mia.page, first!.fileName).getByText('2 downloads', { exact: false }).waitFor();
  },
);

inBrowser('when the owner renames the share and adds an asset, then the guest sees both', async () => {
  await miaElsewhere.request('PATCH', `/shares/${share.id}`, { title: 'Late autumn' });
  await rita.page.getByRole('heading', { name: 'Late autumn' }).waitFor();
  await mia.page.getByRole('heading', { name: 'Late autumn' }).waitFor();
  await miaElsewhere.post(`/shares/${share.id}/assets`, { assetIds: [fit[2]!.id] });
  await tile(rita.page, fit[2]!.fileName).waitFor();
});

inBrowser(
  'when another edits the share meanwhile, then theirs appears and nothing entered is lost',
  async () => {
    const { page } = mia;
    await button(page, 'Edit title and description').click();
    await page.getByLabel('Title').fill('My autumn');
    await miaElsewhere.request('PATCH', `/shares/${share.id}`, { description: 'By another' });
    await untilItSays(page.getByLabel('Description'), 'By another');
    await miaElsewhere.request('PATCH', `/shares/${share.id}`, { title: 'Their autumn' });
    await page.getByText('Somebody else changed the title to “Their autumn” meanwhile').waitFor();
    await untilItSays(page.getByLabel('Title'), 'My autumn');
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'My autumn' }).waitFor();
    expect(await saved()).toMatchObject({ title: 'My autumn', description: 'By another' });
  },
);

inBrowser(
  'when the page did not hear of the other edit yet, then saving replaces nothing unseen',
  async () => {
    const { page } = mia;
    let isFirst = true; // The other one is a moment faster.
    await button(page, 'Edit title and description').click();
    await page.getByLabel('Title').fill('Late autumn');
    await page.route(`**/api/v1/shares/${share.id}`, async (route) => {
      if (isFirst && route.request().method() === 'PATCH')
        await miaElsewhere.request('PATCH', `/shares/${share.id}`, { title: 'Unseen' });
      isFirst &&= route.request().method() !== 'PATCH';
      await route.continue();
    });
    await button(page, 'Save').click();
    await page.getByText('Somebody else changed the title to “Unseen” meanwhile').waitFor();
    await untilItSays(page.getByLabel('Title'), 'Late autumn');
    expect((await saved()).title).toBe('Unseen');
    await page.unrouteAll({ behavior: 'wait' });
    await button(page, 'Save').click();
    await page.getByRole('heading', { name: 'Late autumn' }).waitFor();
  },
);

inBrowser('when a colleague uploads a file, then it stands in the list of the domain', async () => {
  const { status } = await miaElsewhere.upload({
    fileName: 'from a colleague.png',
    content: PNG,
    domainId: fit[0]!.domainId,
  });
  expect(status).toBe(201);
  await tile(noah.page, 'from a colleague.png').waitFor();
});

inBrowser('when a user is invited for the first time, then Shares appears in their navigation', async () => {
  const shares = noah.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Shares' });
  expect(await shares.count()).toBe(0);
  const found = await miaElsewhere.get<{ items: { id: string }[] }>('/users?q=noah');
  const guests = [{ userId: found.items[0]?.id }];
  await miaElsewhere.post(`/shares/${share.id}/guests`, { guests, durationDays: 7 });
  await shares.waitFor();
});

inBrowser('when the owner switches the share off, then its page closes for the guest at once', async () => {
  await mia.page.getByRole('switch', { name: 'Share Enabled' }).click();
  await rita.page.getByRole('heading', { name: 'Late autumn' }).waitFor({ state: 'detached' });
  await rita.page
    .getByText(/closed|ended|no longer/i)
    .first()
    .waitFor();
});

inBrowser('a token for a script is made, shown once, says when it was used, and is revoked', async () => {
  const { page } = noah;
  await button(page, 'NO, account of Noah Okafor').click();
  await page.getByRole('menuitem', { name: 'API tokens', exact: true }).click();
  const tokens = page.getByRole('dialog', { name: 'API tokens', exact: true });
  await button(tokens, 'New token').click();
  const making = page.getByRole('dialog', { name: 'New token', exact: true });
  await button(making, 'Create token').click();
  await making.getByText('Enter a name.').waitFor();
  await making.getByRole('textbox', { name: 'Name', exact: true }).fill('Nightly export');
  await making.getByRole('checkbox', { name: 'Download', exact: true }).check();
  await button(making, 'Create token').click();
  const secret = await making.getByRole('textbox', { name: 'Token', exact: true }).inputValue();
  const authorization = `Bearer ${secret}`;
  const read = () => fetch(`${journey!.vitrine.url}/api/v1/assets`, { headers: { authorization } });
  expect((await read()).status).toBe(200);
  await button(making, 'Done').click();
  await tokens.getByRole('listitem', { name: 'Nightly export' }).getByText('last used').waitFor();
  expect(await page.content()).not.toContain(secret);
  await button(tokens, 'Revoke Nightly export').click();
  await tokens.getByText('You have no token.').waitFor();
  expect((await read()).status).toBe(401);
  await button(tokens, 'Close').last().click();
  await tokens.waitFor({ state: 'detached' });
});

inBrowser('when somebody signs out, then their other tab goes to the sign-in', async () => {
  const other = await noah.page.context().newPage();
  await other.goto(journey!.vitrine.url);
  await other.getByRole('heading', { name: 'Assets' }).waitFor();
  await other.request.delete(`${journey!.vitrine.url}/api/v1/session`);
  await noah.page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect([...mia.troubles, ...rita.troubles, ...noah.troubles]).toEqual([]);
});
