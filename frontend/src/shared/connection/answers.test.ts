import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { SLOW_AFTER_MS, watchAnswers } from './answers.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const LIMIT = { limitMs: 30_000 };
const never = () => new Promise<string>(() => undefined);
const nameOf = (asked: Promise<unknown>): Promise<unknown> => asked.catch((error: unknown) => error);

test('when an answer is long in coming, then that is known until it comes', async () => {
  const { within, store } = watchAnswers();
  const answer = Promise.withResolvers<string>();
  const asked = within(LIMIT, () => answer.promise);
  await jest.advanceTimersByTimeAsync(SLOW_AFTER_MS - 1);
  expect(store.get().isSlow).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(store.get().isSlow).toBe(true);
  answer.resolve('late');
  expect(await asked).toBe('late');
  expect(store.get().isSlow).toBe(false);
});

test('when nobody answers in time, then it ends with another reason than that somebody gave it up', async () => {
  const { within, store } = watchAnswers();
  const asked = nameOf(within({ ...LIMIT, signal: new AbortController().signal }, never));
  await jest.advanceTimersByTimeAsync(30_000);
  expect(await asked).toMatchObject({ name: 'TimeoutError' });
  expect(store.get().isSlow).toBe(false);
});

test('when a person waits no longer, then what is slow ends, and what was just asked for does not', async () => {
  const { within, stopWaiting } = watchAnswers();
  const slow = nameOf(within(LIMIT, never));
  await jest.advanceTimersByTimeAsync(SLOW_AFTER_MS);
  const answer = Promise.withResolvers<string>();
  const fresh = within(LIMIT, () => answer.promise);
  stopWaiting();
  answer.resolve('here');
  expect(await slow).toMatchObject({ name: 'TimeoutError' });
  expect(await fresh).toBe('here');
});

test('when somebody gives it up, before or while it is asked for, then it ends at once', async () => {
  const { within } = watchAnswers();
  const given = new AbortController();
  const asked = nameOf(within({ ...LIMIT, signal: given.signal }, never));
  given.abort();
  expect(await asked).toMatchObject({ name: 'AbortError' });
  expect(await nameOf(within({ ...LIMIT, signal: given.signal }, never))).toMatchObject({
    name: 'AbortError',
  });
});
