import { expect, test } from '@jest/globals';
import { createSlabPool, largeSlabByteSize, smallSlabByteSize } from './slab-pool.ts';

test('when no large slab is free, then a small one is given and nobody waits', () => {
  const pool = createSlabPool({ mostLarge: 1 });
  const slabs = [pool.take({ isLarge: true }), pool.take({ isLarge: true }), pool.take({ isLarge: false })];
  expect(slabs.map(({ bytes }) => bytes.length)).toEqual([
    largeSlabByteSize,
    smallSlabByteSize,
    smallSlabByteSize,
  ]);
  expect(pool.inUse()).toEqual({ small: 2, large: 1 });
});

test('when a slab is given back, then its memory is used again', () => {
  const pool = createSlabPool({ mostLarge: 1 });
  const slab = pool.take({ isLarge: true });
  pool.giveBack(slab);
  expect(pool.take({ isLarge: true })).toBe(slab);
});

test('when a slab is discarded, then its place is free and its memory is not used again', () => {
  const pool = createSlabPool({ mostLarge: 1 });
  const slab = pool.take({ isLarge: true });
  pool.discard(slab);
  expect(pool.inUse()).toEqual({ small: 0, large: 0 });
  expect(pool.take({ isLarge: true })).not.toBe(slab);
});

test('when more want large slabs than there are, then all get small ones, and large ones when fewer want them', () => {
  const pool = createSlabPool({ mostLarge: 2 });
  const slabs = Array.from({ length: 3 }, () => pool.take({ isLarge: true }));
  pool.giveBack(slabs[0]!);
  expect(pool.take({ isLarge: true }).isLarge).toBe(false);
  pool.giveBack(slabs[1]!);
  pool.giveBack(slabs[2]!);
  expect(pool.take({ isLarge: true }).isLarge).toBe(true);
});

test('when many large slabs come back at once, then the memory of a few is kept', () => {
  const pool = createSlabPool({ mostLarge: 64 });
  const slabs = Array.from({ length: 64 }, () => pool.take({ isLarge: true }));
  slabs.forEach(pool.giveBack);
  const again = new Set(slabs.map(() => pool.take({ isLarge: true })));
  expect(slabs.filter((slab) => again.has(slab))).toHaveLength(16);
});
