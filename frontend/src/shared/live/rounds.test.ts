import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { readInRounds } from './rounds.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const reading = (read: (keys: (readonly unknown[])[]) => Promise<unknown>) => {
  const closing = new AbortController();
  return { ...readInRounds({ read, signal: closing.signal }), close: () => closing.abort() };
};
const recording = () => {
  const rounds: string[][] = [];
  const { add, close } = reading(async (keys) => rounds.push(keys.map((key) => key.join(' '))));
  return { rounds, add, close };
};

test('when many hints come at once, then each thing is read once, within 250 ms', async () => {
  const { rounds, add } = recording();
  for (let count = 0; count < 100; count += 1)
    add([
      ['shares', 'list'],
      ['guests', count % 2],
    ]);
  expect(rounds).toEqual([]);
  await jest.advanceTimersByTimeAsync(250);
  expect(rounds).toEqual([['shares list', 'guests 0', 'guests 1']]);
});

test('when it has become quiet, then it is read once more: a projection may have been late', async () => {
  const { rounds, add } = recording();
  add([['activity']]);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(rounds).toEqual([['activity'], ['activity']]);
});

test('when a round is going on, then the next waits for its end, and as long again', async () => {
  const ends: (() => void)[] = [];
  const { add } = reading(
    () =>
      new Promise((resolve) => {
        ends.push(() => resolve(undefined));
      }),
  );
  add([['assets']]);
  await jest.advanceTimersByTimeAsync(250);
  add([['assets']]);
  await jest.advanceTimersByTimeAsync(1_500);
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await jest.advanceTimersByTimeAsync(1_400);
  expect(ends).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(200);
  expect(ends).toHaveLength(2);
});

test('when a round fails, then the next one is read all the same', async () => {
  let count = 0;
  const { add } = reading(async () => {
    count += 1;
    throw new Error('offline');
  });
  add([['assets']]);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(count).toBe(2);
});

test('when nobody looks any more, then nothing is read', async () => {
  const { rounds, add, close } = recording();
  add([['assets']]);
  close();
  add([['shares']]);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(rounds).toEqual([]);
});
