import { expect, test } from '@jest/globals';
import { plainName } from './plain-text.ts';

const isName = (text: string) => plainName(100).safeParse(text).success;

test('when something of a text is seen and it is one line within its length, then it is a name', () => {
  for (const name of ['Press', ' Zoë O’Neill ', '北京', '<b>', '💥', 'x'.repeat(100)])
    expect(isName(name)).toBe(true);
});

test('when nothing of it is seen, it is too long or holds control characters, then it is none', () => {
  for (const text of ['', '  ', '\u200B', '\u200F\u2060', 'a\u0000b', 'a\nb', 'x'.repeat(101)])
    expect(isName(text)).toBe(false);
});
