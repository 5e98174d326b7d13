import { expect, test } from '@jest/globals';
import { titleOf } from './title.ts';

const Title = titleOf(20);

test.each(['', '  ', '\u200b', '\u202e', '\u00ad\u2060\ufeff', '\n', '\u0007', '\u0301'])(
  'when nothing of %j is to be seen, then it is no title',
  (text) => {
    expect(Title.safeParse(text).success).toBe(false);
  },
);

test.each([
  ['  Spring  ', 'Spring'],
  ['Spring\nand summer', 'Spring\nand summer'],
  ['…', '…'],
  ['e\u0301te\u0301', 'e\u0301te\u0301'],
  ['\u{1F468}\u200d\u{1F469}', '\u{1F468}\u200d\u{1F469}'],
])('%j is kept as %j', (text, kept) => {
  expect(Title.parse(text)).toBe(kept);
});

test('it is as long as it is kept', () => {
  expect(Title.safeParse(`  ${'a'.repeat(20)}  `).success).toBe(true);
  expect(Title.safeParse('a'.repeat(21)).success).toBe(false);
});
