import { expect, test } from '@jest/globals';
import { dimensionsOf } from './dimensions.ts';

test('when it is a picture, then its pixels are told', () => {
  expect(dimensionsOf({ kind: 'image', width: 2400, height: 1600 })).toBe('2400 × 1600');
});

test('when it is a PDF, then the size of its printed page is told', () => {
  expect(dimensionsOf({ kind: 'pdf', width: 595, height: 842 })).toBe('210 × 297 mm');
});

test('when nothing is known of it, then nothing is told', () => {
  expect(dimensionsOf({ kind: 'audio', width: null, height: null })).toBeNull();
});
