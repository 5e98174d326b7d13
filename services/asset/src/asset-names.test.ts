import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keptFileName, keptLine, keptTags, keptTitle, titleFromFileName } from './asset-names.ts';

test.each([
  ['dunes.jpg', 'dunes.jpg'],
  ['C:\\pictures\\dunes.jpg', 'dunes.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000b\u001f.jpg', 'a_b_.jpg'],
  ['say %22hello%22.txt', 'say _hello_.txt'],
  ['Grüße.pdf', 'Grüße.pdf'],
  ['___', '___'],
])('when a file is called %j, then it is kept as %j', (name, kept) => {
  expect(keptFileName(name)).toBe(kept);
});

test('when a name has 300 bytes, then it is cut and its extension stays', () => {
  const kept = keptFileName(`${'ü'.repeat(150)}.jpeg`);
  expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(255);
  expect(kept).toMatch(/ü\.jpeg$/u);
});

test.each(['', ' ', '.', '..', '/', 'folder/', '\u0000\u0007', '???', ' . . '])(
  'when nothing of %j can be kept, then that is said',
  (name) => {
    expect(() => keptFileName(name)).toThrow(expect.objectContaining({ code: 'invalid-file-name' }));
  },
);

test.each([
  ['acme_ss27_dunes-dusk.jpg', 'acme ss27 dunes-dusk'],
  ['.profile', '.profile'],
  ['___.jpg', '___.jpg'],
])('when %j comes without a title, then it is titled %j', (fileName, title) => {
  expect(titleFromFileName(fileName)).toBe(title);
});

test('when any text becomes a title or a tag, then it is one clean line of at most 200 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (text) => {
      const title = keptTitle(text);
      expect(title).not.toMatch(/[\p{Cc}\p{Zl}\p{Cs}]/u);
      expect(Array.from(title).length).toBeLessThanOrEqual(200);
      expect(keptLine(title)).toBe(title);
    }),
  );
  expect(keptTags([' a ', 'a', '\u0000', 'b'])).toEqual(['a', 'b']);
});
