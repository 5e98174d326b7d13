import type { Locator, Page } from 'playwright-core';
import { signedIn } from './api-person.ts';
import type { RunningVitrine } from './running-vitrine.ts';

/** What of the page's own world is asked for. */
interface World {
  document: { body: { innerText: string }; title: string; activeElement: { value?: string } | null };
}

/** The sign-in that lies over a page whose session ended. */
export const signInOver = (page: Page): Locator => page.getByRole('dialog', { name: 'Sign in', exact: true });

/** Ends all sessions of somebody, as they can in another browser, and waits until the page says so. */
export const endSessions = async (vitrine: RunningVitrine, page: Page, email: string): Promise<void> => {
  await (await signedIn(vitrine.url, email)).request('DELETE', '/sessions');
  await signInOver(page).getByRole('heading', { name: 'Sign in' }).waitFor();
};

/** All that can be read in a page, its name in the browser too. */
export const readable = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { document } = globalThis as unknown as World;
    return `${document.title}\n${document.body.innerText}`;
  });

/** What stands in the field that has the focus. */
export const valueAtFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (globalThis as unknown as World).document.activeElement?.value);
