import { expect, test } from '@jest/globals';
import { lookOf, measureGrid, neighbourOf } from './grid-measure.ts';

test('when the page is as narrow as a phone, then there are two columns', () => {
  expect(measureGrid(358).columnCount).toBe(2);
});

test('when the page is wide, then the columns fill it', () => {
  const { columnCount, gapPx } = measureGrid(1424);
  expect(columnCount).toBe(6);
  expect((1424 - gapPx * (columnCount - 1)) / columnCount).toBeGreaterThanOrEqual(200);
});

test('when the assets stand close or far apart, then there are more columns or fewer', () => {
  expect(measureGrid(1424, 'compact').columnCount).toBe(8);
  expect(measureGrid(1424, 'spacious').columnCount).toBe(4);
  expect(measureGrid(358, 'compact').columnCount).toBe(3);
  expect(measureGrid(358, 'spacious').columnCount).toBe(1);
});

test('when tiles are too narrow for three facts, then none of them has the third', () => {
  expect(lookOf(measureGrid(358))).toMatchObject({ '--third-fact': 'none' });
  expect(lookOf(measureGrid(1424))).toMatchObject({ '--third-fact': 'inline-block' });
});

test('when an arrow key leads out of the grid, then the focus stays', () => {
  expect(neighbourOf(0, 'ArrowLeft', 5, 2)).toBeNull();
  expect(neighbourOf(3, 'ArrowDown', 5, 2)).toBeNull();
  expect(neighbourOf(2, 'ArrowDown', 5, 2)).toBe(4);
  expect(neighbourOf(2, 'x', 5, 2)).toBeNull();
});

test('when Home or End is pressed, then it leads to the first or the last', () => {
  expect([neighbourOf(2, 'Home', 5, 2), neighbourOf(2, 'End', 5, 2)]).toEqual([0, 4]);
});
