import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { oneLine, plainLines } from './plain-text.ts';

test.each([
  ['Autumn\r\nBcc: all@evil.example', 'Autumn Bcc: all@evil.example'],
  ['  a\u2028b\u0000c\td  ', 'a b c d'],
  ['gpj.\u202Eexe', 'gpj.exe'],
  ['Größe 🍂', 'Größe 🍂'],
])('when a person typed %j, then as one line it is %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('when a person typed lines, then they stay lines, without what cannot be kept or seen', () => {
  expect(plainLines(' Hello\r\nLena,\u0000\u0007\rbye\u2029\tMia\u2066 ')).toBe('Hello\nLena,\nbye\n\tMia');
});

test('when a person typed anything, then one line is one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(plainLines(text)).not.toMatch(/[\0\r]/);
    }),
  );
});
