import { expect } from '@jest/globals';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Best practices of axe stand for what WCAG asks for in words only: landmarks, one heading, no skipped levels. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can break. All else is the same in both. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const NOT_ASKED = {
  // A menu floats: it stands outside of the landmarks.
  region: { enabled: false },
};

/** What of the page's own world is asked for. */
interface WithAxe {
  document: { getAnimations: () => { playState: string }[] };
  axe: { run: (options: unknown) => Promise<AxeResults> };
}

const look = async (page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }): Promise<string[]> => {
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as WithAxe).axe.run(options),
    { runOnly, resultTypes: ['violations'], rules: NOT_ASKED },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} — ${failureSummary}`),
  );
};

/** Runs in the page, at a frame after the colours changed: whether none of them is still on its way. */
const isStill = (): boolean => {
  const { document } = globalThis as unknown as WithAxe;
  return document.getAnimations().every(({ playState }) => playState === 'finished');
};

const inTheme = async (page: Page, theme: 'light' | 'dark'): Promise<void> => {
  // Nothing is seen half faded in.
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' });
  await page.waitForFunction(isStill);
};

/** What axe has against the page as it stands, in light and in dark. */
const barriersOn = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  await inTheme(page, 'dark');
  const ofDark = await look(page, { type: 'rule', values: OF_COLOURS });
  await inTheme(page, 'light');
  const ofLight = await look(page, { type: 'tag', values: TAGS });
  return [...ofLight, ...ofDark.map((barrier) => `in the dark, ${barrier}`)];
};

/** Fails with everything that keeps somebody out of the page as it stands now. */
export const expectNoBarrier = async (page: Page, screen: string): Promise<void> => {
  expect({ screen, barriers: await barriersOn(page) }).toEqual({ screen, barriers: [] });
};

/** What a screen reader is handed of whatever has the focus. */
export const heardOfFocus = async (page: Page): Promise<Record<'role' | 'name' | 'description', string>> => {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId!,
    fetchRelatives: false,
  });
  await session.detach();
  const text = (told: { value?: unknown } | undefined) => (typeof told?.value === 'string' ? told.value : '');
  const [node] = nodes;
  return { role: text(node?.role), name: text(node?.name), description: text(node?.description) };
};
