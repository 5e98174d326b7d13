import { expect, test } from '@jest/globals';
import { paceAfter, startingPace } from './slab-pace.ts';
import type { Pace } from './slab-pace.ts';

const slab = 128 * 1024;
const after = (pace: Pace, writes: readonly [byteSize: number, durationMs: number][]) =>
  writes.reduce((now, [byteSize, durationMs]) => paceAfter(now, byteSize, durationMs), pace);
const fast = after(
  startingPace,
  Array.from({ length: 32 }, () => [slab, 1]),
);

test('when 4 MiB in a row were taken fast, then the reader is fast, and not before', () => {
  expect(
    after(
      startingPace,
      Array.from({ length: 31 }, () => [slab, 1]),
    ).isFast,
  ).toBe(false);
  expect(fast.isFast).toBe(true);
});

test('when one write is slow, then the reader has to be fast for 4 MiB again', () => {
  const slow = paceAfter(fast, slab, 1000);
  expect(slow).toEqual(startingPace);
  expect(after(slow, [[slab, 1]]).isFast).toBe(false);
});

test('when a write is neither fast nor slow, then a fast reader stays fast', () => {
  expect(paceAfter(fast, 1024 * 1024, 250)).toEqual(fast);
});

test('when a write holds next to nothing, then how long it took says nothing', () => {
  expect(paceAfter(fast, 60, 3).isFast).toBe(true);
});
