import { expect, test } from '@jest/globals';
import { indicesOf, rowsAt } from './row-range.ts';

const place = { fromPx: 1_000, toPx: 1_500, rowHeightPx: 100, rowCount: 1_000, beyond: 2 };

test('when the window lies in the middle, then its rows are drawn and two more on either side', () => {
  expect(rowsAt(place)).toEqual({ first: 8, last: 16 });
});

test('when the window ends within a row, then that row is drawn too', () => {
  expect(rowsAt({ ...place, fromPx: 1_050, toPx: 1_501, beyond: 0 })).toEqual({ first: 10, last: 15 });
});

test('when the window shows an end of the list, then nothing beyond it is drawn', () => {
  expect(rowsAt({ ...place, fromPx: -300, toPx: 200 })).toEqual({ first: 0, last: 3 });
  expect(rowsAt({ ...place, fromPx: 99_800, toPx: 100_300 })).toEqual({ first: 996, last: 999 });
});

test('when the list has become shorter than where the window is, then its last rows are drawn', () => {
  expect(rowsAt({ ...place, rowCount: 3 })).toEqual({ first: 2, last: 2 });
});

test('when there are no rows, then none is drawn', () => {
  expect(indicesOf(rowsAt({ ...place, rowCount: 0 }))).toEqual([]);
});
