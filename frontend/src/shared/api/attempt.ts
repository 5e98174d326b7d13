import { useState } from 'react';
import { randomId } from '../state/next-id.ts';
import type { ApiErrorCode } from './api-error.ts';
import { codeOf } from './api-error.ts';

type Options = { context: { headers: { 'idempotency-key': string } } };
type Attempt = <Answer>(send: (options: Options) => Promise<Answer>) => Promise<Answer>;

/**
 * What leaves open whether the server did it: the answer may have been lost on its way. Who is not signed in is refused
 * before anybody looks whether it was done by a try before.
 */
const UNSURE: ReadonlySet<ApiErrorCode> = new Set([
  'offline',
  'unanswered',
  'temporarily-unavailable',
  'internal-error',
  'request-in-progress',
  'not-signed-in',
]);

/** One act of a dialog: however often it is tried while nobody knows whether it came to pass, it is done once. */
export function useAttempt(): Attempt {
  const [attempt] = useState(() => createAttempt(randomId));
  return attempt;
}

/** Sends with one key until there is a clear answer; what is sent after that is another act. */
export function createAttempt(newKey: () => string): Attempt {
  let key = newKey();
  return async (send) => {
    try {
      const answer = await send({ context: { headers: { 'idempotency-key': key } } });
      key = newKey();
      return answer;
    } catch (error) {
      if (!UNSURE.has(codeOf(error))) key = newKey();
      throw error;
    }
  };
}
