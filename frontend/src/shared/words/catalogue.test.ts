import { expect, test } from '@jest/globals';
import { plural, spokenLanguage } from './catalogue.ts';

test('when one is counted, then the singular is used', () => {
  expect(plural(1, { one: '# asset', other: '# assets' })).toBe('1 asset');
});

test('when many are counted, then the plural is used and thousands are grouped', () => {
  expect(plural(1200, { one: '# asset', other: '# assets' })).toBe('1,200 assets');
});

test('when the reader speaks a language that we do not, then the page is in English', () => {
  expect(spokenLanguage(['xx-YY'])).toBe('en');
});
