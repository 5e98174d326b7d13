import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';
import type { Requirement } from '@vitrine/platform/testing/requires.ts';

export type TestBrowser = {
  /** One person: a window of their own, with cookies and downloads of their own, who reads this language. */
  newPerson(locale?: string): Promise<BrowserContext>;
  close(): Promise<void>;
};

/** With these it runs anywhere, and asks nobody but the page's own server. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Undefined where there is none. */
export const chromiumPath = [process.env['CHROMIUM_PATH'] ?? '', ...usualPlaces].find((place) =>
  existsSync(place),
);

export const chromiumInstalled: Requirement = {
  name: 'Chromium (CHROMIUM_PATH names one in an unusual place)',
  met: chromiumPath !== undefined,
};

export async function openBrowser(): Promise<TestBrowser> {
  if (chromiumPath === undefined) throw new Error(`This test needs ${chromiumInstalled.name}.`);
  const home = await mkdtemp(path.join(tmpdir(), 'vitrine-browser-'));
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: chromiumFlags,
    env: { ...process.env, HOME: home },
  });
  return {
    newPerson: (locale = 'en-US') =>
      browser.newContext({ acceptDownloads: true, locale, viewport: { width: 1280, height: 800 } }),
    close: async () => {
      await browser.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
