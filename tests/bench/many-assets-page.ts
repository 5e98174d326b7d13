// The assets page where a domain holds 100,000: frames while it is scrolled, by the wheel and by its bar, beside an empty
// page of the same height in the same run; and how long what a person does takes, with little and with all selected.
//   node_modules/.bin/node tests/bench/many-assets-page.ts [address]   of a system that holds them, or of one made for it
// On a busy machine the time of the processor says more than that of the clock: both are told.
import { loadavg } from 'node:os';
import type { SessionView } from '@vitrine/contracts';
import type { CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { carrySession } from '../support/first-pages.ts';
import { type Watched, cpuOf, scrollingOf, watch } from './frame-times.ts';
import type { Page as Listed } from '../support/main-job.ts';
import { addManyAssets } from '../support/many-assets.ts';
import { button } from '../support/portal.ts';
import { startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';

const ASSETS = 100_000;

/** Somebody whose current domain holds them. */
const ownerOfMany = async (address: string | undefined) => {
  const vitrine = address === undefined ? await startVitrineOn(await temporaryFolder()) : null;
  const url = address ?? vitrine?.url ?? '';
  const owner = await signedIn(url, 'mia@demo.test');
  if (vitrine === null) await chooseLargest(owner);
  else {
    const { currentDomainId } = await owner.get<SessionView>('/session');
    await addManyAssets(vitrine, currentDomainId ?? '', ASSETS);
  }
  return { url, owner, discard: async () => vitrine?.discard() };
};

const chooseLargest = async (owner: ApiPerson): Promise<void> => {
  const { domains } = await owner.get<SessionView>('/session');
  for (const { id } of domains) {
    const { total } = await owner.get<Listed<unknown>>(`/assets?limit=1&domainId=${id}`);
    if (total >= ASSETS) await owner.request('PUT', '/session/domain', { domainId: id });
  }
};

/** One act: the longest event of it, until its next paint, and what the main thread did for it until it was at rest. */
const tellAct = async (page: Page, devtools: CDPSession, name: string, act: () => Promise<unknown>) => {
  await page.evaluate(() => void ((globalThis as unknown as Watched).events = []));
  const cpuMs = await cpuOf(devtools, async () => {
    await act();
    await page.waitForTimeout(700);
  });
  const events = await page.evaluate(() =>
    (globalThis as unknown as Watched).events.map(({ duration }) => duration),
  );
  console.log(`| ${name} | ${Math.max(0, ...events)} ms | ${cpuMs.toFixed(0)} ms |`);
};

const acts = async (page: Page, devtools: CDPSession, state: string): Promise<void> => {
  const tell = (name: string, act: () => Promise<unknown>) =>
    tellAct(page, devtools, `${state}: ${name}`, act);
  const choice = (name: string) => page.getByRole('radio', { name, exact: true }).locator('..');
  await page.evaluate(() => (globalThis as unknown as Watched).scrollTo(0, 0));
  await page.locator('article').first().waitFor();
  await tell('nothing, for comparison', () => Promise.resolve());
  await tell('select one', () =>
    page
      .getByRole('checkbox', { name: /^Select copy/ })
      .first()
      .click(),
  );
  await tell('select another', () =>
    page
      .getByRole('checkbox', { name: /^Select copy/ })
      .nth(1)
      .click(),
  );
  await tell('select visible', () => page.getByRole('checkbox', { name: 'Select Visible' }).click());
  await tell('and clear that', () => page.getByRole('checkbox', { name: 'Select Visible' }).click());
  await tell('open a menu', () => page.getByRole('button', { name: /Newest first/ }).click());
  await tell('close it', () => page.keyboard.press('Escape'));
  await tell('list', () => choice('List').click());
  await tell('grid', () => choice('Grid').click());
  await page.locator('article [data-asset-focus]').first().focus();
  await tell('arrow key', () => page.keyboard.press('ArrowRight'));
  await tell('five rows down', async () => {
    for (let row = 0; row < 5; row += 1) await page.keyboard.press('ArrowDown');
  });
  await tell('type in the search', () =>
    page.getByRole('searchbox', { name: 'Search assets' }).pressSequentially('copy 00', { delay: 60 }),
  );
  await page.getByRole('searchbox', { name: 'Search assets' }).fill('');
  await page.waitForTimeout(2_000);
};

/** Leads the bar to a place that was not read, and tells when its assets are there. */
const jump = async (page: Page, part: number): Promise<number> => {
  const startedAt = performance.now();
  await page.evaluate((there) => {
    const here = globalThis as unknown as Watched;
    here.scrollTo(0, here.document.documentElement.scrollHeight * there);
  }, part);
  await page.locator('article').first().waitFor({ state: 'detached' });
  await page.locator('article').first().waitFor();
  return performance.now() - startedAt;
};

const many = await ownerOfMany(process.argv[2]);
const browser = await openBrowser();
try {
  const context = await browser.newPerson();
  await carrySession(context, many.url, many.owner.cookie());
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1680, height: 1050 });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  console.log('| scrolled | frames a second | later than 16.7 ms | than 33 ms | processor a frame |');
  console.log('| --- | --- | --- | --- | --- |');
  await page.goto('about:blank');
  await page.setContent('<div style="height: 5000000px; background: linear-gradient(white, grey)"></div>');
  await page.evaluate(watch);
  await scrollingOf(page, devtools, 'an empty page');
  await page.goto(many.url);
  await page.locator('article').first().waitFor();
  await scrollingOf(page, devtools, `${ASSETS.toLocaleString('en')} assets`);
  for (const part of [0.5, 0.9, 0.2])
    console.log(`\nassets at ${part} of the bar are there after ${(await jump(page, part)).toFixed(0)} ms`);
  console.log(`\n| act | longest event | processor |\n| --- | --- | --- |`);
  await acts(page, devtools, 'nothing selected');
  await page.locator('article [data-asset-focus]').first().focus();
  const startedAt = performance.now();
  await page.keyboard.press('ControlOrMeta+a');
  await button(page, 'Stop').waitFor();
  await button(page, 'Stop').waitFor({ state: 'detached', timeout: 600_000 });
  console.log(`| all selected after ${((performance.now() - startedAt) / 1_000).toFixed(1)} s | | |`);
  await acts(page, devtools, 'all selected');
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await browser.close();
  await many.discard();
}
