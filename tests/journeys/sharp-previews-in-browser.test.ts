import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { type Journey, inBrowser, openJourney } from '../support/browser-journey.ts';
import { assetsOf } from '../support/main-job.ts';
import type { Portal } from '../support/portal.ts';
import { until } from '../support/until.ts';

let journey: Journey | null = null;
let window: Portal;
let mia: ApiPerson;

beforeAll(async () => {
  journey = await openJourney();
  if (journey === null) return;
  window = await journey.windowOf('mia@demo.test');
  mia = await signedIn(journey.vitrine.url, 'mia@demo.test');
}, 180_000);
afterAll(() => journey?.close());

type Pictured = { naturalWidth: number; naturalHeight: number; clientWidth: number; clientHeight: number };
const sizesOf = (picture: Locator) =>
  picture.evaluate((image) => {
    const { naturalWidth, naturalHeight, clientWidth, clientHeight } = image as unknown as Pictured;
    return { longest: Math.max(naturalWidth, naturalHeight), drawn: [clientWidth, clientHeight] };
  });

const setScale = async (deviceScaleFactor: number): Promise<void> => {
  const devTools = await window.page.context().newCDPSession(window.page);
  await devTools.send('Emulation.setDeviceMetricsOverride', {
    ...{ width: 1_680, height: 1_050, mobile: false, deviceScaleFactor },
  });
};

/** The addresses of pictures in their large size that are asked for from now on. */
const largeOnesAsked = (): string[] => {
  const asked: string[] = [];
  window.page.on('request', (request) => {
    if (/\/(preview|pages\/\d+)\?.*size=large/.test(request.url())) asked.push(request.url());
  });
  return asked;
};

const shown = async (asset: { id: string }, name: string): Promise<Locator> => {
  const { page } = window;
  await page.goto(`${journey!.vitrine.url}/?preview=${asset.id}`);
  const picture = page.getByRole('dialog').getByRole('img', { name });
  await picture.and(page.locator('[data-read]')).waitFor();
  return picture;
};

const whenLarge = (picture: Locator, longest: number) =>
  until('a picture of more pixels', async () => ((await sizesOf(picture)).longest === longest ? true : null));

inBrowser('on a screen of fine pixels a preview is as sharp as the screen, in the same place', async () => {
  const photo = (await assetsOf(mia, '&kind=image')).find(({ width }) => (width ?? 0) > 1_600)!;
  await setScale(1);
  const asked = largeOnesAsked();
  const usual = await sizesOf(await shown(photo, photo.title));
  await window.page.waitForTimeout(1_000);
  expect({ asked, ...usual }).toMatchObject({ asked: [], longest: 1_600 });
  await window.page.goto('about:blank');
  await setScale(2);
  const picture = await shown(photo, photo.title);
  await whenLarge(picture, Math.min(3_200, Math.max(photo.width!, photo.height!)));
  expect((await sizesOf(picture)).drawn).toEqual(usual.drawn);
  expect(asked).toHaveLength(1);
});

inBrowser('who looks closer at a page of a document reads what is small on it', async () => {
  const { page } = window;
  await setScale(1);
  const document = (await assetsOf(mia, '&kind=pdf')).find(({ previewUrl }) => previewUrl !== null)!;
  await shown(document, document.title);
  await page.keyboard.press('PageDown');
  const second = page.getByRole('dialog').getByRole('img', { name: `${document.title}, page 2` });
  await second.and(page.locator('[data-read]')).waitFor();
  const usual = await sizesOf(second);
  expect(usual.longest).toBe(1_600);
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('+');
  await whenLarge(second, 3_200);
  await page.keyboard.press('0');
  await until('its size of before', async () => {
    const { drawn, longest } = await sizesOf(second);
    return longest === 3_200 && drawn.join() === usual.drawn.join() ? true : null;
  });
});
