import { expect, test } from '@jest/globals';
import { asLines, linesIn } from './lines.ts';

test('when domains are written line by line or as a list, then each is one', () => {
  expect(linesIn(' a.example\n\nb.example, c.example;d.example ')).toEqual([
    'a.example',
    'b.example',
    'c.example',
    'd.example',
  ]);
  expect(linesIn(' \n')).toEqual([]);
  expect(linesIn(asLines(['a.example', 'b.example']))).toEqual(['a.example', 'b.example']);
});
