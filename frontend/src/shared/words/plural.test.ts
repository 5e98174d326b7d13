import { expect, test } from '@jest/globals';
import { inFigures, plural } from './plural.ts';

test('when one is counted, then the singular is used', () => {
  expect(plural(1, { one: '# asset', other: '# assets' })).toBe('1 asset');
});

test('when many are counted, then the plural is used and thousands are grouped', () => {
  expect(plural(1200, { one: '# asset', other: '# assets' })).toBe('1,200 assets');
});

test('when a language has one form for every count, then that one is enough', () => {
  expect(plural(1, { other: '# selected' })).toBe('1 selected');
});

test('when a number stands by itself, then its thousands are grouped too', () => {
  expect(inFigures(0)).toBe('0');
  expect(inFigures(1_000)).toBe('1,000');
});
