import { expect, test } from '@jest/globals';
import { ApiError } from './api-error.ts';
import type { ApiErrorCode } from './api-error.ts';
import { createAttempt } from './attempt.ts';

/** Sends one after another what ends with each of these, and tells which keys they went with. */
async function keysOf(endings: ('done' | ApiErrorCode)[]): Promise<string[]> {
  let made = 0;
  const keys: string[] = [];
  const attempt = createAttempt(() => `key ${++made}`);
  for (const ending of endings) {
    const sent = attempt(({ context }) => {
      keys.push(context.headers['idempotency-key']);
      return ending === 'done' ? Promise.resolve(null) : Promise.reject(new ApiError(ending));
    });
    await sent.catch((error: unknown) => expect(error).toHaveProperty('code', ending));
  }
  return keys;
}

test('when the answer was lost, then it is tried again with the same key', async () => {
  expect(
    await keysOf(['offline', 'unanswered', 'temporarily-unavailable', 'internal-error', 'done']),
  ).toEqual(['key 1', 'key 1', 'key 1', 'key 1', 'key 1']);
});

test('when the session ended between two tries, then the first may have been done, and the key stays', async () => {
  expect(await keysOf(['offline', 'not-signed-in', 'done'])).toEqual(['key 1', 'key 1', 'key 1']);
});

test('when it was refused, then what is sent instead is another act', async () => {
  expect(await keysOf(['invalid-guest', 'done'])).toEqual(['key 1', 'key 2']);
});

test('when it was done, then the next is another act', async () => {
  expect(await keysOf(['done', 'done'])).toEqual(['key 1', 'key 2']);
});
