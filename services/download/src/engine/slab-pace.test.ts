import { expect, test } from '@jest/globals';
import { paceAfter, startingPace } from './slab-pace.ts';
import type { Pace } from './slab-pace.ts';

const slab = 128 * 1024;
const after = (pace: Pace, count: number, durationMs: number) =>
  Array.from({ length: count }).reduce<Pace>((now) => paceAfter(now, slab, durationMs), pace);
const fast = after(startingPace, 32, 1);

test('when 4 MiB were taken fast, then the reader is fast, and not before', () => {
  expect(after(startingPace, 31, 1).isFast).toBe(false);
  expect(fast.isFast).toBe(true);
});

test('when one write is slow, then the reader has to be fast for 4 MiB again', () => {
  const slow = paceAfter(fast, slab, 1000);
  expect(slow).toEqual(startingPace);
  expect(after(slow, 31, 1).isFast).toBe(false);
  expect(after(slow, 32, 1).isFast).toBe(true);
});

test('when a busy machine keeps a write waiting, then the reader is judged by the rest too', () => {
  expect(after(paceAfter(startingPace, slab, 200), 31, 1).isFast).toBe(true);
  expect(paceAfter(fast, slab, 200).isFast).toBe(true);
});

test('when 4 MiB are taken neither fast nor slow, then a fast reader stays fast and no other becomes it', () => {
  expect(after(fast, 32, 30).isFast).toBe(true);
  expect(after(startingPace, 32, 30).isFast).toBe(false);
});

test('when 4 MiB are taken slowly bit by bit, then a fast reader is fast no more', () => {
  expect(after(fast, 32, 100).isFast).toBe(false);
});

test('when a write holds next to nothing, then how long it took says nothing', () => {
  expect(paceAfter(fast, 60, 3).isFast).toBe(true);
});
