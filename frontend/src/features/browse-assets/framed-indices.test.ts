import { expect, test } from '@jest/globals';
import { framedIndices } from './framed-indices.ts';

/** Five items of 100 x 80 in rows of two: 20 between columns, 30 between rows. */
const grid = { count: 5, columnCount: 2, columnPx: 100, gapPx: 20, rowPx: 110, itemPx: 80 };
const frame = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

test('when a frame touches an item, then that one is in it', () => {
  expect(framedIndices(frame(10, 10, 20, 20), grid)).toEqual([0]);
  expect(framedIndices(frame(90, 70, 130, 120), grid)).toEqual([0, 1, 2, 3]);
});

test('when a frame lies between items only, then none is in it', () => {
  expect(framedIndices(frame(102, 0, 118, 300), grid)).toEqual([]);
  expect(framedIndices(frame(0, 82, 300, 108), grid)).toEqual([]);
});

test('when a frame reaches beyond the list, then it holds what there is', () => {
  expect(framedIndices(frame(-50, -50, 900, 900), grid)).toEqual([0, 1, 2, 3, 4]);
  expect(framedIndices(frame(130, 230, 400, 400), grid)).toEqual([]);
});
