import { expect, test } from '@jest/globals';
import { formatDay, formatDayOrMonth, formatInstant, formatTime } from './format-date.ts';
import { formatList } from './format-list.ts';
import { formatByteSize } from './format-size.ts';
import { splitForMiddle } from './shorten-middle.ts';

test('when a file has a hundred million bytes, then it is 100 MB', () => {
  expect(formatByteSize(100_000_000)).toBe('100\u00a0MB');
});

test('when a file is small, then its size has no fraction', () => {
  expect(formatByteSize(0)).toBe('0\u00a0bytes');
  expect(formatByteSize(2_410)).toBe('2\u00a0kB');
  expect(formatByteSize(2_410_000)).toBe('2.4\u00a0MB');
});

test('when a day is in another year than now, then the year is told', () => {
  const now = new Date('2026-06-01T12:00:00Z');
  expect(formatDay('2026-05-03T12:00:00Z', now)).not.toContain('2026');
  expect(formatDay('2024-05-03T12:00:00Z', now)).toContain('2024');
});

test('when there is no room for a day and its year, then a day of another year is its month', () => {
  const now = new Date('2026-06-01T12:00:00Z');
  const thirdOfMay = (year: number) => new Date(year, 4, 3, 12).toISOString();
  expect(formatDayOrMonth(thirdOfMay(2026), now)).toBe('May 3');
  expect(formatDayOrMonth(thirdOfMay(2024), now)).toBe('May 2024');
});

test('when it is morning, then the hour is written as the region does', () => {
  const morning = new Date(2026, 10, 28, 9, 5).toISOString();
  expect(formatTime(morning)).toMatch(/^9:05.AM$/);
  expect(formatInstant(morning)).toMatch(/, 9:05\u00a0AM\u00a0\S+$/);
});

test('when several are named, then they stand beside each other', () => {
  expect(formatList(['Archive', 'Brand', 'Press'])).toBe('Archive, Brand, Press');
});

test('when a file name is shortened, then its extension stays in the tail', () => {
  const { head, tail } = splitForMiddle('acme_ss27_dunes-dusk_hero_4x5_final.jpg');
  expect(tail).toBe('inal.jpg');
  expect(head + tail).toBe('acme_ss27_dunes-dusk_hero_4x5_final.jpg');
});

test('when a file name is short, then it is not split', () => {
  expect(splitForMiddle('a.jpg')).toEqual({ head: 'a.jpg', tail: '' });
});
