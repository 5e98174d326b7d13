import { testWhere } from '@vitrine/platform/testing/requires.ts';
import { type TestBrowser, chromiumInstalled, openBrowser } from '../browser.ts';
import { startVitrine } from './demo.ts';
import { type Portal, openPortal, signInTo } from './portal.ts';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import type { RunningVitrine } from './running-vitrine.ts';

/** On a machine with much else to do a step takes long; what hangs is ended all the same. */
const STEP_MS = 180_000;

/** A system of its own and a browser in front of it, for the steps of one test file. */
export interface Journey {
  vitrine: RunningVitrine;
  /** A fresh window, of somebody who reads English unless another language is named. */
  newWindow: (locale?: string) => Promise<Portal>;
  /** A window in which somebody of the demo is signed in. */
  windowOf: (email: string) => Promise<Portal>;
  close: () => Promise<void>;
}

/** One step, where there is a browser for it. */
export const inBrowser = (name: string, run: () => Promise<void>, timeoutMs = STEP_MS): void =>
  testWhere(chromiumInstalled, name, run, timeoutMs);

const journeyIn = (vitrine: RunningVitrine, browser: TestBrowser): Journey => {
  const newWindow = (locale?: string) => openPortal(browser, vitrine, locale);
  return {
    vitrine,
    newWindow,
    windowOf: async (email) => {
      const window = await newWindow();
      await signInTo(vitrine, window.page, email);
      return window;
    },
    close: async () => {
      await browser.close();
      await vitrine.discard();
    },
  };
};

/** The settings of a system that says in links the address at which a browser of this machine reaches it. */
export const ownAddress = async (): Promise<{ PORT: string; PUBLIC_URL: string }> => {
  const PORT = String(await freePort());
  return { PORT, PUBLIC_URL: `http://127.0.0.1:${PORT}` };
};

/** Null where there is no browser: its steps are skipped then. Links in mails lead to where the browser goes. */
export const openJourney = async (settings: Record<string, string> = {}): Promise<Journey | null> => {
  if (!chromiumInstalled.met) return null;
  const vitrine = await startVitrine({ ...(await ownAddress()), ...settings });
  return journeyIn(vitrine, await openBrowser());
};
