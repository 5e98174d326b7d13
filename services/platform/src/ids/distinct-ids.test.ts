import { expect, test } from '@jest/globals';
import { atOnce } from '../schedule/slices.ts';
import { distinctIds } from './distinct-ids.ts';

test('when an id is named twice, in upper case too, then it is there once and where it was first', () => {
  expect(atOnce(distinctIds(['b1', 'A1', 'B1', 'c1', 'a1']))).toEqual(['b1', 'a1', 'c1']);
});
