import { expect, test } from '@jest/globals';
import { ShareTitle } from './share.ts';
import { typedText } from './typed-text.ts';

test.each([
  ['photo\u202Egpj.exe', 'photogpj.exe'],
  [' \u2066Autumn\u2069 2026\u202C ', 'Autumn 2026'],
  ['סתיו 2026', 'סתיו 2026'],
  ['خريف\u200F (1)', 'خريف\u200F (1)'],
])('when somebody types %j, then %j is kept', (typed, kept) => {
  expect(typedText(100).parse(typed)).toBe(kept);
});

test('when nothing but direction was typed, then there is no title', () => {
  expect(ShareTitle.safeParse('\u202E\u2066').success).toBe(false);
});
