import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJson } from './read-json.ts';

const ODD_KEYS = ['__proto__', 'constructor', 'prototype'];

test.each([
  ['{"a":{"b":[1,"x",null,true,{"b":2}]},"b":"tab\\t \\u00e4 \\ud83d\\ude00 \\" : { ["}'],
  ['[{"a":1},{"a":2}]'],
  ['{"a:b" : "a", "a" : 1.5e3 }'],
  ['"text"'],
  ['7'],
])('when the text is %s, then it is read as JSON has it', (text) => {
  expect(readJson(text)).toEqual(JSON.parse(text));
});

test.each([
  ['no JSON', '{"a":'],
  ['a key twice', '{"a":1,"b":2,"a":3}'],
  ['a key twice, once in escapes', '{"a":1,"\\u0061":3}'],
  ['a key twice, deep inside', '{"x":[{"a":{},"a":[]}]}'],
  ['__proto__', '{"a":{"__proto__" : {"isAdministrator":true}}}'],
  ['__proto__ in escapes', '{"__pr\\u006fto__":1}'],
  ['constructor', '{"constructor":{"prototype":{}}}'],
  ['U+0000 in a text', '{"a":["x\\u0000"]}'],
  ['U+0000 in a key', '{"\\u0000":1}'],
  ['half a pair', '{"a":"\\ud83d"}'],
  ['a pair the wrong way round', '{"a":"\\ude00\\ud83d"}'],
  ['depth', '['.repeat(21) + ']'.repeat(21)],
  ['depth without end', '['.repeat(1_000_000)],
])('when there is %s, then it is refused', (_, text) => {
  expect(() => readJson(text)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
});

test('when a text is written as JSON, then it is read as it was, whatever is in it', () => {
  const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
  const odd = fc.constantFrom('\\', '"', '\\"', '":', '\\\\', '{', ']', '\t: ', '\u00e4');
  const text = fc.oneof(
    texts,
    fc.array(odd).map((parts) => parts.join('')),
  );
  const value = fc.record({
    texts: fc.array(text),
    pairs: fc.dictionary(text, text, { noNullPrototype: true }),
  });
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 2, '\t'), (written, space) => {
      const honest = Object.keys(written.pairs).every((key) => !ODD_KEYS.includes(key));
      fc.pre(honest);
      expect(readJson(JSON.stringify(written, null, space))).toEqual(written);
    }),
  );
});

test('when the text is as large as any that is taken, then it is read all the same', () => {
  const long = { a: 'x'.repeat(2_500_000), b: '"\\'.repeat(600_000) };
  expect(readJson(JSON.stringify(long))).toEqual(long);
  const ids = Array.from({ length: 100_000 }, (_, index) => `0198f0a0-0000-7000-8000-${index}`);
  expect(readJson(JSON.stringify({ ids }))).toEqual({ ids });
});
