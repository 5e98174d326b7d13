import type { ApiErrorCode } from './api-error.ts';
import { ApiError, codeOf } from './api-error.ts';
import { isAwayNow } from '../connection/connection.ts';
import { words } from './words.ts';

/** What happened, what was kept, what to do: for any error that reaches a person. */
export function sentenceFor(error: unknown): string {
  // The act before came to pass, though its answer was lost, and what is sent now is something else.
  const isDone = error instanceof ApiError && error.details['reason'] === 'idempotency-key-reused';
  if (isDone) return words.doneBefore;
  return isSaidOfConnection(error) ? words.whileAway : sentenceForCode(codeOf(error));
}

/** Whether the line about the connection says why already: once is enough. */
export function isSaidOfConnection(error: unknown, isAway = isAwayNow()): boolean {
  return isAway && ['offline', 'unanswered'].includes(codeOf(error));
}

export function sentenceForCode(code: ApiErrorCode): string {
  // A newer server may know codes that this page does not.
  return Object.hasOwn(words.sentences, code) ? words.sentences[code] : words.sentences['internal-error'];
}
