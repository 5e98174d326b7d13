import { expect, test } from '@jest/globals';
import { delayAfter } from './delay.ts';

test('when attempts fail, then the delays grow, never beyond a minute, and end after about a day', () => {
  const delays = Array.from({ length: 1_439 }, (_, index) => delayAfter(index + 1) ?? 0);
  expect(delays.slice(0, 7)).toEqual([2, 5, 10, 20, 30, 60, 60]);
  expect(Math.max(...delays)).toBe(60);
  expect(delays).toEqual([...delays].sort((one, other) => one - other));
  expect(delayAfter(1_440)).toBeNull();
});
