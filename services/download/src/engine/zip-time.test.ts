import { expect, test } from '@jest/globals';
import { dosTimeOf, unixSecondsOf } from './zip-time.ts';

const read = (dosTime: number) => {
  const [date, time] = [dosTime >>> 16, dosTime & 0xffff];
  return [
    (date >> 9) + 1980,
    (date >> 5) & 15,
    date & 31,
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  ].join(' ');
};

test.each([
  [Date.UTC(2026, 10, 23, 9, 55, 7), '2026 11 23 9 55 6'],
  [0, '1980 1 1 0 0 0'],
  [-1, '1980 1 1 0 0 0'],
  [Date.UTC(2107, 11, 31, 23, 59, 59), '2107 12 31 23 59 58'],
  [Date.UTC(2108, 0, 1), '2107 12 31 23 59 58'],
  [Number.MAX_SAFE_INTEGER, '2107 12 31 23 59 58'],
])('when a file is of %d, then its DOS time is %s in UTC', (modifiedAt, shown) => {
  expect(read(dosTimeOf(modifiedAt))).toBe(shown);
});

test('when a time does not fit the extended timestamp, then it is clamped', () => {
  expect(unixSecondsOf(1999)).toBe(1);
  expect(unixSecondsOf(-1)).toBe(0);
  expect(unixSecondsOf(Date.UTC(2100, 0, 1))).toBe(0x7fffffff);
});
