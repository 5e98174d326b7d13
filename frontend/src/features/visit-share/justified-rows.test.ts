import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { justifiedRows, ratioOf } from './justified-rows.ts';

const phone = { widthPx: 358, gapPx: 12, wantedHeightPx: 240 };

test('when the window is narrow, then a wide picture has a row of its own and two upright ones share one', () => {
  const rows = justifiedRows([1.5, 0.67, 0.67, 1.5], phone);
  expect(rows.map(({ items }) => items.length)).toEqual([1, 2, 1]);
});

test('when a picture is alone in the last row, then it is not blown up', () => {
  const rows = justifiedRows([0.67], { widthPx: 1200, gapPx: 16, wantedHeightPx: 320 });
  expect(rows[0]?.heightPx).toBe(320);
});

test('when nothing is known of a picture, then its tile has a usual form, and none is a thread', () => {
  expect(ratioOf({ width: null, height: null })).toBeCloseTo(4 / 3);
  expect(ratioOf({ width: 100, height: 9000 })).toBe(0.5);
});

test('when any pictures are set, then each is in one row, in order, and no row is wider than the window', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.5, max: 3.2, noNaN: true }), { maxLength: 40 }), (ratios) => {
      const rows = justifiedRows(ratios, phone);
      expect(rows.flatMap(({ items }) => items.map(({ index }) => index))).toEqual(ratios.map((_, i) => i));
      for (const { items } of rows) {
        const width = items.reduce((sum, { widthPx }) => sum + widthPx, phone.gapPx * (items.length - 1));
        expect(width).toBeLessThanOrEqual(phone.widthPx + 0.01);
      }
    }),
  );
});
