import { expect, test } from '@jest/globals';
import { createWindow, movingAverage, widthFor } from './window.ts';

test('when more comes than the window is wide, then it waits, and goes in the order in which it came', async () => {
  const window = createWindow(() => 2);
  const begun: number[] = [];
  const ends = Array.from({ length: 5 }, () => Promise.withResolvers<unknown>());
  const works = ends.map(({ promise }, index) =>
    window.run(() => {
      begun.push(index);
      return promise;
    }),
  );
  expect(begun).toEqual([]);
  await Promise.resolve(undefined);
  expect(begun).toEqual([0, 1]);
  ends[1]!.resolve(undefined);
  await works[1];
  await Promise.resolve(undefined);
  expect(begun).toEqual([0, 1, 2]);
  for (const { resolve } of ends) resolve(undefined);
  await Promise.all(works);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('when a work fails, then its place is free again', async () => {
  const window = createWindow(() => 1);
  await expect(window.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await window.run(() => Promise.resolve(7))).toBe(7);
});

test.each([
  [{ latencyMs: 0.5, partByteSize: 10_240 }, 4],
  [{ latencyMs: 10, partByteSize: 10_240 }, 30],
  [{ latencyMs: 100, partByteSize: 10_240 }, 64],
  [{ latencyMs: 10, partByteSize: 1024 * 1024 }, 10],
  [{ latencyMs: 3, partByteSize: 8 * 1024 * 1024 }, 4],
])('when parts are %p, then %i are asked for at once', (facts, width) => {
  expect(widthFor(facts)).toBe(width);
});

test('when a figure changes, then its average follows', () => {
  const latency = movingAverage(10);
  for (let index = 0; index < 100; index += 1) latency.add(50);
  expect(latency.value()).toBeCloseTo(50, 0);
});
