import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView, ShareView } from '@vitrine/contracts';
import type { Page } from 'playwright-core';
import { expectNoBarrier } from '../support/accessibility.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { assetsOf, mailTo, tokenIn } from '../support/main-job.ts';
import { opened } from '../support/playing.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button, tile } = portal;

let journey: Journey | null = null;
let mia: ApiPerson;
let window: portal.Portal;
let book: AssetView;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  const books = (await assetsOf(mia, '&kind=pdf')).filter(({ fileName }) => fileName.includes('guideline'));
  book = books[0]!;
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const countOf = async (): Promise<number> =>
  (await mia.get<{ pageCount: number }>(`/assets/${book.id}/pages`)).pageCount;
const isAt = async (page: Page, number: number): Promise<void> => {
  await page.getByText(`Page ${number} of ${await countOf()}`, { exact: true }).waitFor();
  const name = number === 1 ? book.title : `${book.title}, page ${number}`;
  await page.getByRole('img', { name, exact: true }).and(page.locator('[data-read]')).waitFor();
};

inBrowser(
  'the pages of a document are turned by keys and buttons, and arrows lead to the neighbours',
  async () => {
    const { page } = window;
    await page.goto(`${journey!.vitrine.url}/?preview=${book.id}`);
    await opened(window, book.fileName);
    await isAt(page, 1);
    await page.keyboard.press('PageDown');
    await isAt(page, 2);
    await expectNoBarrier(page, 'pages of a document');
    await button(page, 'Previous page').click();
    await isAt(page, 1);
    await page.keyboard.press('End');
    await isAt(page, await countOf());
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: `Preview of ${book.fileName}` }).waitFor({ state: 'detached' });
    expect(window.troubles).toEqual([]);
  },
);

inBrowser('who closes a preview is back at the asset that it showed last', async () => {
  const { page } = window;
  await page.goto(journey!.vitrine.url);
  const first = page.getByRole('button', { name: /^Preview / }).first();
  await first.click();
  const dialog = page.getByRole('dialog', { name: /^Preview of / });
  await dialog.waitFor();
  for (let count = 0; count < 2; count += 1) await page.keyboard.press('ArrowRight');
  const last = await until('another one', async () => {
    const name = (await dialog.getAttribute('aria-label'))?.replace('Preview of ', '');
    return `Preview ${name}` === (await first.getAttribute('aria-label')) ? null : name;
  });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.locator(`[aria-label="Preview ${last}"]:focus`).waitFor();
});

inBrowser('a guest turns the pages of what was shared', async () => {
  await mia.post<{ share: ShareView }>('/shares', {
    ...{ title: 'To read', assetIds: [book.id], durationDays: 7 },
    guests: [{ email: 'rita@gallery.example' }],
  });
  const guest = await journey!.newWindow();
  const mail = await mailTo(journey!.vitrine.url, 'rita@gallery.example');
  await guest.page.goto(`${journey!.vitrine.url}/guest/${tokenIn(mail)}`);
  await button(guest.page, 'Open share').click();
  await button(tile(guest.page, book.fileName), `Preview ${book.fileName}`).click();
  await opened(guest, book.fileName);
  await isAt(guest.page, 1);
  await guest.page.keyboard.press('PageDown');
  await isAt(guest.page, 2);
  await guest.close();
});
