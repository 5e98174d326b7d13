import { expect, test } from '@jest/globals';
import { searchWords } from './search-words.ts';

test('when words are looked for, then all count, the last as a beginning', () => {
  expect(searchWords('dunes at dusk')).toEqual({
    exact: "'dunes' & 'at' & 'dusk':*",
    similar: ['dunes', 'dusk', 'at'],
  });
});

test('when no word is left, then there is nothing to look for', () => {
  expect(searchWords('')).toBeNull();
});
