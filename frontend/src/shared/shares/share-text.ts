import { isSeenText } from '@vitrine/contracts';
import { words } from './words.ts';

// As the contract has them; its schemas stay out of the page.
export const TITLE_LENGTH_MAX = 200;
export const DESCRIPTION_LENGTH_MAX = 2_000;
const COUNTED_FROM = 0.8;

export type ShareText = { title: string; description: string };
/** A sentence at each field that cannot stay as it is. */
export type ShareTextProblems = { title: string | null; description: string | null };

export function textProblems({ title, description }: ShareText): ShareTextProblems {
  return { title: titleProblem(title), description: lengthProblem(description, DESCRIPTION_LENGTH_MAX) };
}

export function hasProblem(text: ShareText): boolean {
  return Object.values(textProblems(text)).some((problem) => problem !== null);
}

/** Why a title cannot be one, as a sentence at its field; null when it can. */
export function titleProblem(title: string): string | null {
  return !isSeenText(title) ? words.titleMissing : lengthProblem(title, TITLE_LENGTH_MAX);
}

function lengthProblem(text: string, most: number): string | null {
  const tooMany = text.trim().length - most;
  return tooMany > 0 ? words.titleTooLong(tooMany) : null;
}

/** How many characters are left, once that is worth knowing. */
export function lengthLeft(text: string, most: number): string | null {
  const count = text.trim().length;
  return count < most * COUNTED_FROM || count > most ? null : words.charactersLeft(most - count);
}
