import { ApiError, codeOf } from '../../shared/api/api-error.ts';
import { words } from './words.ts';

const DIGITS = 6;

/** What was typed or pasted, as the code that it is: without the spaces and dashes that mails put between. */
export function digitsIn(text: string): string {
  return text.replaceAll(/\D/g, '').slice(0, DIGITS);
}

export function isWhole(code: string): boolean {
  return code.length === DIGITS;
}

/** Where the code went, as far as its owner knows that address again. */
export function addressIn(error: unknown): string {
  const email = error instanceof ApiError ? error.details['email'] : undefined;
  return typeof email === 'string' ? email : '';
}

/** Why a code opened nothing; none for what is not about the code itself. */
export function sentenceOfCode(error: unknown): string | undefined {
  const code = codeOf(error);
  if (code === 'code-void') return words.codeVoid;
  if (code === 'code-expired') return words.codeExpired;
  return code === 'wrong-code' ? words.wrongCode(numberIn(error, 'triesLeft')) : undefined;
}

/** Whether no digits will open anything any more, before another code was sent. */
export function isDeadBy(error: unknown): boolean {
  return codeOf(error) === 'code-void' || codeOf(error) === 'code-expired';
}

/** In how many seconds it may be tried again; 0 where that is not why it failed. */
export function secondsToWait(error: unknown): number {
  return codeOf(error) === 'too-many-requests' ? numberIn(error, 'retryAfterSeconds') : 0;
}

/** Whether that is because a code went out just now; else too much was tried from where this browser is. */
export function isCodeJustSent(error: unknown): boolean {
  return error instanceof ApiError && error.details['reason'] === 'code-just-sent';
}

export function waitOf(seconds: number): string {
  if (seconds < 120) return words.inSeconds(seconds);
  return seconds < 7_200
    ? words.inMinutes(Math.ceil(seconds / 60))
    : words.inHours(Math.ceil(seconds / 3_600));
}

function numberIn(error: unknown, detail: string): number {
  const value = error instanceof ApiError ? error.details[detail] : undefined;
  return typeof value === 'number' ? value : 0;
}
