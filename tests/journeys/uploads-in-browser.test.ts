import { afterAll, beforeAll, expect } from '@jest/globals';
import type { AssetView } from '@vitrine/contracts';
import type { Dialog, Page as BrowserPage, Route } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import type { Page } from '../support/main-job.ts';
import * as portal from '../support/portal.ts';
import { until } from '../support/until.ts';

const { button } = portal;
const STEP_MS = 150_000;

let journey: Journey | null = null;
let window: portal.Portal;
let mia: ApiPerson;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
  window = await journey.windowOf('mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

const step = (name: string, run: () => Promise<void>) => inBrowser(name, run, STEP_MS);

const panel = (page: BrowserPage) => page.getByRole('region', { name: 'Uploads', exact: true });
const filesNamed = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `${name} ${index}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`${name} ${index}`),
  }));
const choose = async (files: ReturnType<typeof filesNamed>) => {
  const [chooser] = await Promise.all([
    window.page.waitForEvent('filechooser'),
    button(window.page, 'Upload').click(),
  ]);
  await chooser.setFiles(files);
};
const keptNamed = async (name: string) =>
  (await mia.get<Page<AssetView>>(`/assets?q=${name}&limit=100`)).items
    .map(({ fileName }) => fileName)
    .sort();

/** Holds what is uploaded on its way until it is let go. */
const heldUploads = async () => {
  const gate = Promise.withResolvers<undefined>();
  const hold = async (route: Route) => {
    if (route.request().method() === 'POST') await gate.promise;
    await route.fallback();
  };
  await window.page.route(/\/api\/v1\/assets$/, hold);
  return {
    letGo: async () => {
      gate.resolve(undefined);
      await window.page.unroute(/\/api\/v1\/assets$/, hold);
    },
  };
};

step('when the connection is lost amid many files, then they wait, and each comes once', async () => {
  const { page } = window;
  const files = filesNamed('outage', 12);
  let [lostCount, isBack] = [0, false];
  // What was sent arrived, but its answer is lost: nobody knows whether it did. Then nothing is sent any more.
  await page.route(/\/api\/v1\/assets$/, async (route) => {
    if (route.request().method() !== 'POST' || isBack) return route.fallback();
    if (lostCount === 3) return route.abort('connectionreset');
    lostCount += 1;
    await route.fetch();
    if (lostCount === 3) await page.context().setOffline(true);
    await route.abort('connectionreset');
  });
  await choose(files);
  await panel(page).getByText('12 files wait for the connection').waitFor();
  // Once is enough: the head says what for.
  await panel(page).getByRole('listitem').getByText('Paused').first().waitFor();
  expect(await panel(page).getByText('connection').count()).toBe(1);
  await page.getByText('No connection. What you see stays').waitFor();
  isBack = true;
  await page.context().setOffline(false);
  await panel(page).getByText('12 files uploaded').waitFor();
  expect(await keptNamed('outage')).toEqual(files.map(({ name }) => name).sort());
  await page.unroute(/\/api\/v1\/assets$/);
  await button(panel(page), 'Close uploads').click();
});

step('what fails is listed first with its reason, and all of it is retried at once', async () => {
  const { page } = window;
  const files = filesNamed('broken', 5);
  await page.route(/\/api\/v1\/assets$/, async (route) => {
    const isRefused = /broken [34]/.test(route.request().postDataBuffer()?.toString('latin1') ?? '');
    if (isRefused) await route.fulfill({ status: 500, body: '' });
    else await route.fallback();
  });
  await choose(files);
  await panel(page).getByText('3 files uploaded, 2 failed').waitFor();
  const first = panel(page).getByRole('listitem').first();
  await first.getByText('Something failed on our side').waitFor();
  await page.unroute(/\/api\/v1\/assets$/);
  await button(panel(page), 'Retry 2 files').click();
  await panel(page).getByText('5 files uploaded').waitFor();
  expect(await keptNamed('broken')).toEqual(files.map(({ name }) => name));
  await button(panel(page), 'Close uploads').click();
});

step(
  'when the name of a file has control characters, then the file is kept, with underscores for them',
  async () => {
    const [file] = filesNamed('bell', 1);
    await choose([{ ...file!, name: 'bell\u0007and\u007ftab\tof\nlines.txt' }]);
    await panel(window.page).getByText('1 file uploaded').waitFor();
    expect(await keptNamed('bell')).toEqual(['bell_and_tab_of_lines.txt']);
    await button(panel(window.page), 'Close uploads').click();
  },
);

step('what goes on can be put away, cancelled and taken up again, and is not left unasked', async () => {
  const { page } = window;
  const held = await heldUploads();
  await choose(filesNamed('patient', 6));
  await panel(page).getByText('Uploading 6 files').waitFor();
  await button(panel(page), 'Details').click();
  await panel(page).getByRole('listitem').first().waitFor({ state: 'hidden' });
  await button(panel(page), 'Details').click();
  const asked: string[] = [];
  const stay = async (dialog: Dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  };
  page.on('dialog', stay);
  await page.evaluate('setTimeout(() => location.reload())');
  await until('it is asked whether to leave', async () => (asked.length > 0 ? true : null));
  page.off('dialog', stay);
  expect(asked).toEqual(['beforeunload']);
  await button(panel(page), 'Cancel all').click();
  await page.getByText('6 uploads were cancelled').waitFor();
  await panel(page).waitFor({ state: 'detached' });
  await held.letGo();
  await button(page, 'Undo').click();
  await panel(page).getByText('6 files uploaded').waitFor();
  expect(await keptNamed('patient')).toHaveLength(6);
  await button(panel(page), 'Close uploads').click();
});
