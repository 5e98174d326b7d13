import { expect, test } from '@jest/globals';
import { safeFileName } from '@vitrine/platform/names/safe-file-name.ts';
import fc from 'fast-check';
import { attachment } from './content-disposition.ts';

test.each([
  ['poster.png', `attachment; filename="poster.png"; filename*=UTF-8''poster.png`],
  ["50% (a'b*c).png", `attachment; filename="50_ (a'b*c).png"; filename*=UTF-8''50%25%20%28a%27b%2Ac%29.png`],
  ['Über 日.png', `attachment; filename="Uber _.png"; filename*=UTF-8''%C3%9Cber%20%E6%97%A5.png`],
])('when the name is %j, then the header is %s', (fileName, header) => {
  expect(attachment(fileName)).toBe(header);
});

test('whatever the name, then the header is plain ASCII that ends where it should, and tells the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const fileName = safeFileName(text);
      const header = /^attachment; filename="[ !#$&-[\]-~]*"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(
        attachment(fileName),
      );
      expect(decodeURIComponent(header?.[1] ?? '')).toBe(fileName);
    }),
  );
});
