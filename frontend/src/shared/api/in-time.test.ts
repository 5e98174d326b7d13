import { expect, test } from '@jest/globals';
import { inTime } from './in-time.ts';

const ended = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason)));

test('when nobody answers in time, then it ends with another reason than that somebody gave it up', async () => {
  const { signal } = new AbortController();
  expect(await ended(inTime(signal, 5))).toMatchObject({ name: 'TimeoutError' });
});

test('when somebody gives it up, then it ends at once', async () => {
  const given = new AbortController();
  const signal = inTime(given.signal, 60_000);
  given.abort();
  expect(signal.reason).toMatchObject({ name: 'AbortError' });
});
