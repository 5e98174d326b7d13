import { expect, test } from '@jest/globals';
import { byDay } from './days.ts';

// In the reader's own zone, whichever the tests run in.
const at = (day: number, hour: number) => ({ at: new Date(2026, 5, day, hour).toISOString() });
const now = new Date(2026, 5, 10, 12);

test('when things happened on several days, then each day has a heading, and its things in their order', () => {
  const days = byDay([at(10, 9), at(10, 8), at(9, 23), at(3, 12)], now);
  expect(days.map(({ heading }) => heading)).toEqual(['Today', 'Yesterday', expect.stringContaining('3')]);
  expect(days[0]?.items).toEqual([at(10, 9), at(10, 8)]);
});

test('when it is the first day of a month, then yesterday is the last one of the month before', () => {
  expect(byDay([{ at: new Date(2026, 4, 31, 12).toISOString() }], new Date(2026, 5, 1, 1))[0]?.heading).toBe(
    'Yesterday',
  );
});

test('when nothing happened, then there are no days', () => {
  expect(byDay([], now)).toEqual([]);
});
