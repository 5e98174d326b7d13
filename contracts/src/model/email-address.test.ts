import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseEmailAddress } from './email-address.ts';

test.each([
  ['lena@agency.example', 'lena@agency.example'],
  ['  lena@agency.example\t', 'lena@agency.example'],
  ['Lena.Berg+press@Agency.EXAMPLE', 'Lena.Berg+press@agency.example'],
  ["o'neill@x-y.example", "o'neill@x-y.example"],
  ['lena@bücher.example', 'lena@xn--bcher-kva.example'],
  ['lena@3m.example', 'lena@3m.example'],
])('when %j is one plain address, then it is kept as %j', (text, kept) => {
  expect(parseEmailAddress(text)).toBe(kept);
});

test.each([
  '',
  '@',
  'lena',
  'lena@',
  '@agency.example',
  'lena@agency',
  'lena@localhost',
  'Lena <lena@agency.example>',
  '<lena@agency.example>',
  '"lena"@agency.example',
  '"a@b.example x"@agency.example',
  'lena(comment)@agency.example',
  'lena@agency.example(comment)',
  'lena@agency.example,noah@agency.example',
  'lena@agency.example;noah@agency.example',
  'lena@noah@agency.example',
  'lena@agency.example\r\nBcc: noah@agency.example',
  'lena@agency.example\n',
  'le na@agency.example',
  'lena@agency .example',
  'lena@agency..example',
  '.lena@agency.example',
  'lena.@agency.example',
  'le..na@agency.example',
  'lena@-agency.example',
  'lena@agency-.example',
  'lena@agency.example.',
  'lena@agency.example:25',
  'lena@agency.example/x',
  'lena@agency%2eexample',
  'lena@1.2',
  'lena@127.0.0.1',
  'lena@[127.0.0.1]',
  'lena\0@agency.example',
  'lénà@agency.example',
  'lena@agency.example\u202e',
  `${'a'.repeat(65)}@agency.example`,
  `lena@${'a'.repeat(64)}.example`,
  `lena@${'a123456789.'.repeat(24)}example`,
])('when %j is not one plain address, then there is none', (text) => {
  expect(parseEmailAddress(text)).toBeNull();
});

test('when any address was taken, then taking it again changes nothing and it holds one @ and no separator', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (text) => {
      const address = parseEmailAddress(text);
      if (address === null) return;
      expect(parseEmailAddress(address)).toBe(address);
      expect(address.split('@')).toHaveLength(2);
      expect(address).not.toMatch(/[\s,;<>()"\\\p{Cc}]/u);
    }),
  );
});
