import type { Page } from 'playwright-core';
import { holdAnswers } from './held-answers.ts';

/** What is told in the corner of the page. */
export const told = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByRole('region', { name: 'Notices' }).getByText(text).first().waitFor();

/** Begins what a dialog is for, closes the dialog before there is an answer, and only then lets that come. */
export const closedMidway = async (
  page: Page,
  [method, address]: readonly [string, RegExp],
  begin: () => Promise<unknown>,
): Promise<void> => {
  const held = await holdAnswers(page, method, address);
  await begin();
  await held.asked(1);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  held.release();
};
