import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** What has the focus, as somebody sees it who has no pointer. */
interface Stop {
  name: string;
  /** The focus is told by a ring of at least two pixels, on the thing itself or on the field or row around it. */
  hasRing: boolean;
  isInWindow: boolean;
}

const STOPS_MAX = 120;
/** As near as a field stands around what is typed into. */
const RING_WITHIN = 4;

// As text: it runs in the page, where nothing of this file is.
const LOOK = `(() => {
  const element = document.activeElement;
  const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 60) ?? '';
  const isRinged = (each) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    const isSeen = !/^rgba\\(.*, 0\\)$|^transparent$/.test(outlineColor);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && isSeen;
  };
  const around = [element];
  while (around.length < ${RING_WITHIN} && around.at(-1).parentElement) around.push(around.at(-1).parentElement);
  // A box or a switch lies under what is drawn in its place, beside it.
  const beside = element.matches('input') ? [...element.parentElement.children] : [];
  const box = element.getBoundingClientRect();
  return {
    name: element.tagName.toLowerCase() + ' ' + name,
    hasRing: [...around, ...beside].some(isRinged),
    isInWindow: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
  };
})()`;

const look = (page: Page): Promise<Stop> => page.evaluate<Stop>(LOOK);

/** Waits for what moves into the window, and fails where the focus is not seen. */
export const expectSeenFocus = async (page: Page): Promise<void> => {
  const isSeen = async () => {
    const { hasRing, isInWindow } = await look(page);
    return hasRing && isInWindow ? true : null;
  };
  await until('the focus is seen', isSeen, 20_000).catch(() => null);
  const stop = await look(page);
  expect(stop).toEqual({ ...stop, hasRing: true, isInWindow: true });
};

const hasFocus = (place: Locator): Promise<boolean> =>
  place.evaluate((element: { ownerDocument: { activeElement: unknown } }) => {
    return element === element.ownerDocument.activeElement;
  });

/** Waits until the focus is there: it goes back when a dialog is gone. */
export const expectFocusOn = async (place: Locator): Promise<void> => {
  await place.waitFor();
  await until('the focus is there', async () => ((await hasFocus(place)) ? true : null));
  await expectSeenFocus(place.page());
};

/** Goes on by Tab until the focus is there; it is seen at every stop on the way. */
export const tabTo = async (place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  const page = place.page();
  await place.waitFor();
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    if (await hasFocus(place)) return;
    await page.keyboard.press(key);
    await expectSeenFocus(page);
  }
  throw new Error(`Not reached by ${key}: ${String(place)}`);
};

export const pressOn = async (place: Locator, key = 'Enter', by: 'Tab' | 'Shift+Tab' = 'Tab') => {
  await tabTo(place, by);
  await place.page().keyboard.press(key);
};
