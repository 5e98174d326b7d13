import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import { expectNoBarrier } from '../support/accessibility.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { codeTo, fitAssetsOf, mailTo, sha256 } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { unzip } from '../support/unzip.ts';

const { button, tile } = portal;
const ANOTHER_IN = /You can ask for another in \d+ seconds?\./;
const TITLE = 'Autumn for the press';
const UMA = 'uma@gallery.example';

let journey: Journey | null = null;
let mia: ApiPerson;
let rita: portal.Portal;
let noah: portal.Portal;
let fit: AssetView[];
let share: ShareView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  fit = (await fitAssetsOf(mia)).slice(0, 4);
  const found = await mia.get<{ items: { id: string }[] }>('/users?q=noah');
  const made = await mia.post<{ share: ShareView }>('/shares', {
    title: TITLE,
    description: 'The first pictures.',
    assetIds: fit.map(({ id }) => id),
    guests: [{ userId: found.items[0]?.id }, { email: 'rita@gallery.example' }, { email: UMA }],
    durationDays: 7,
  });
  share = made.share;
  rita = await journey.newWindow();
}, 180_000);
afterAll(() => journey?.close());

const sums = (assets: readonly AssetView[]): string[] => assets.map((asset) => asset.sha256).sort();
const secondsIn = (sentence: string): number => Number(/\d+(?= second)/.exec(sentence)?.[0]);
const sumsIn = async (zip: Buffer): Promise<string[]> => [...(await unzip(zip)).values()].map(sha256).sort();

inBrowser('guests receive an email notification when invited to a share, containing a link', async () => {
  const { page } = rita;
  await mailTo(journey!.vitrine.url, 'rita@gallery.example');
  await page.goto(`${journey!.vitrine.url}/mailbox`);
  await page.getByRole('navigation', { name: 'Mails' }).getByText('rita@gallery.example').click();
  await page
    .getByRole('heading', { name: new RegExp(TITLE) })
    .first()
    .waitFor();
  const [, link] = /href="([^"]*\/guest\/[^"]+)"/.exec(await page.content()) ?? [];
  const session = page.waitForResponse(/\/api\/v1\/guest\/session/, { timeout: 1_000 }).catch(() => null);
  await page.goto(link ?? 'no link');
  await page.getByRole('heading', { name: 'You have been invited to a share' }).waitFor();
  expect(await session).toBeNull();
});

inBrowser('the link opens the shared assets without a sign-in, by a click', async () => {
  const { page } = rita;
  await button(page, 'Open share').click();
  await page.getByRole('heading', { name: TITLE }).waitFor();
  await page.waitForURL(`${journey!.vitrine.url}/guest?share=${share.id}`);
  await page.getByText('Shared by Mia Lindqvist').waitFor();
  await page.getByText(/Open to you until .+/).waitFor();
  await page.getByText('The first pictures.').waitFor();
  for (const { fileName } of fit) await tile(page, fileName).waitFor();
  expect(await page.content()).not.toContain('noah@demo.test');
});

inBrowser('a guest downloads one of them', async () => {
  const [asset] = fit;
  const act = () => button(tile(rita.page, asset!.fileName), `Download ${asset!.fileName}`).click();
  const file = await portal.taken(rita.page, act);
  expect([file.fileName, sha256(file.bytes)]).toEqual([asset!.fileName, asset!.sha256]);
});

inBrowser('a guest downloads all of them as a zip, with their number and size told before', async () => {
  const all = button(rita.page, /^Download all \(4 files, .+\)$/);
  const { bytes } = await portal.taken(rita.page, () => all.click());
  expect(await sumsIn(bytes)).toEqual(sums(fit));
});

inBrowser('a guest downloads some of them', async () => {
  const { page } = rita;
  const some = fit.slice(1, 3);
  for (const { fileName } of some) await tile(page, fileName).getByRole('checkbox').check();
  const { bytes } = await portal.taken(page, () => button(page, 'Download selected').click());
  expect(await sumsIn(bytes)).toEqual(sums(some));
  await button(page, 'Leave').click();
  await page.getByText('You have left the share').waitFor();
});

inBrowser(
  'where the share asks for a code, the one that comes by mail opens it, and a wrong one says so',
  async () => {
    await mia.request('PATCH', `/shares/${share.id}`, { codeRequired: true });
    const { page, ...window } = await journey!.newWindow();
    const { links } = await mailTo(journey!.vitrine.url, 'rita@gallery.example');
    await page.goto(links[0] ?? 'no link');
    await button(page, 'Open share').click();
    await page.getByText('We sent a six-digit code to r•••@gallery.example', { exact: false }).waitFor();
    const field = page.getByRole('textbox', { name: 'Code' });
    await page.locator('input[autocomplete=one-time-code]:focus').waitFor();
    expect(await field.getAttribute('inputmode')).toBe('numeric');
    await expectNoBarrier(page, 'code');
    const code = await codeTo(journey!.vitrine.url, 'rita@gallery.example');
    await field.fill(code === '000000' ? '111111' : '000000');
    await page.keyboard.press('Enter');
    await page.getByText('This is not the code. You have 4 tries left.').waitFor();
    await expectNoBarrier(page, 'wrong code');
    await button(page, 'Send a new code').click();
    await page.getByRole('alert').filter({ hasText: ANOTHER_IN }).waitFor();
    await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(await field.inputValue()).toBe(code);
    await button(page, 'Open share').click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await page.waitForURL(`${journey!.vitrine.url}/guest?share=${share.id}`);
    expect(window.troubles).toEqual([]);
    const opening = '/api/v1/guest/session';
    expect(window.refusals).toEqual([
      `403 POST ${opening}`,
      `403 POST ${opening}/code`,
      `429 POST ${opening}`,
    ]);
    await window.close();
  },
);

inBrowser('where the code was tried too often, the one thing to do is to have another sent', async () => {
  const { page, ...window } = await journey!.newWindow();
  await page.clock.install();
  const { links } = await mailTo(journey!.vitrine.url, UMA);
  await page.goto(links[0] ?? 'no link');
  await button(page, 'Open share').click();
  const field = page.getByRole('textbox', { name: 'Code' });
  const code = await codeTo(journey!.vitrine.url, UMA);
  await field.fill(code === '000000' ? '111111' : '000000');
  for (const left of ['4 tries', '3 tries', '2 tries', 'one try']) {
    await page.keyboard.press('Enter');
    await page.getByText(`You have ${left} left.`).waitFor();
  }
  await page.keyboard.press('Enter');
  await page.getByText(/^This was tried too often/).waitFor();
  expect(await button(page, 'Open share').count()).toBe(0);
  await expectNoBarrier(page, 'a code that was tried too often');
  await button(page, 'Send a new code').click();
  const told = await page.getByRole('alert').filter({ hasText: ANOTHER_IN }).innerText();
  const isSendable = () => button(page, 'Send a new code').getAttribute('aria-disabled');
  expect(await isSendable()).toBe('true');
  await page.clock.fastForward(10_000);
  const seen = await page.locator('p[aria-hidden]').innerText();
  expect(secondsIn(seen)).toBeLessThanOrEqual(secondsIn(told) - 10);
  // Counting is to be seen, not to be heard.
  expect(await page.getByRole('alert').filter({ hasText: ANOTHER_IN }).innerText()).toBe(told);
  await page.clock.fastForward(60_000);
  await page.getByRole('status').filter({ hasText: 'You can ask for another code now.' }).waitFor();
  expect(await isSendable()).toBe('false');
  const other = await journey!.newWindow();
  await other.page.goto(links[0] ?? 'no link');
  await button(other.page, 'Open share').click();
  const elsewhere = /for the browser that asked for it\. For this one you can ask again in/;
  await other.page.getByRole('alert').filter({ hasText: elsewhere }).waitFor();
  expect([...window.troubles, ...other.troubles]).toEqual([]);
  await other.close();
  await window.close();
});

inBrowser('a link that is not one opens nothing, and says so kindly', async () => {
  const stranger = await journey!.newWindow();
  await stranger.page.goto(`${journey!.vitrine.url}/guest/${'a'.repeat(43)}`);
  await button(stranger.page, 'Open share').click();
  await stranger.page.getByText('This link does not open anything').waitFor();
  expect(stranger.troubles).toEqual([]);
  expect(stranger.refusals).toEqual(['401 POST /api/v1/guest/session']);
  await stranger.close();
});

inBrowser('an internal guest signs in and finds the share under Shares', async () => {
  noah = await journey!.windowOf('noah@demo.test');
  const { page } = noah;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Shares' }).click();
  await page.getByRole('tab', { name: 'Shared with me', selected: true }).waitFor();
  await page.getByRole('tab', { name: 'My shares' }).click();
  await page.getByText('You have no shares yet').waitFor();
  await page.getByRole('tab', { name: 'Shared with me' }).click();
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { name: TITLE }).waitFor();
  await page.getByText('Shared by Mia Lindqvist').waitFor();
  expect(await page.getByRole('tab', { name: 'Guests' }).count()).toBe(0);
  const { bytes } = await portal.taken(page, () => button(page, 'Download all').click());
  expect(await sumsIn(bytes)).toEqual(sums(fit));
});

inBrowser('and all the while the pages ask nobody else, and complain of nothing', async () => {
  expect(share.assetCount).toBe(fit.length);
  expect([...rita.troubles, ...noah.troubles]).toEqual([]);
  expect([...rita.refusals, ...noah.refusals]).toEqual(['401 GET /api/v1/session']);
});
