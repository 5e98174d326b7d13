import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvLine } from './csv.ts';

test('when cells hold anything, then each is one quoted cell of one line', () => {
  expect(csvLine(['Mia', null, 3, 'say "hello", please'])).toBe('"Mia","","3","say ""hello"", please"\r\n');
  expect(csvLine(['first\r\nsecond'])).toBe('"first second"\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\uFF1Dcmd', "=HYPERLINK('http://x')"])(
  'when a cell begins like the formula %j, then it is no formula',
  (text) => {
    expect(csvLine([text])).toMatch(/^"'/);
  },
);

test('when anything is written, then the same cells are read back, but for ends of lines and the mark', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1 }), (cells) => {
      const line = csvLine(cells);
      expect(line.slice(0, -2)).not.toMatch(/[\r\n]/);
      const read = [...line.slice(0, -2).matchAll(/"((?:[^"]|"")*)"(?:,|$)/gs)].map(([, inner = '']) =>
        inner.replaceAll('""', '"'),
      );
      expect(read).toHaveLength(cells.length);
      for (const text of read) expect(text).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});
