import { expect, test } from '@jest/globals';
import { turnedTo } from './turn-page.ts';

test('when pages are turned, then one stays within the document', () => {
  expect([turnedTo(1, 'next', 3), turnedTo(3, 'next', 3)]).toEqual([2, 3]);
  expect([turnedTo(2, 'previous', 3), turnedTo(1, 'previous', 3)]).toEqual([1, 1]);
  expect([turnedTo(2, 'first', 3), turnedTo(2, 'last', 3)]).toEqual([1, 3]);
});
