import { expect, test } from '@jest/globals';
import { limitOf } from './guest-options.ts';

test.each([
  ['3', 3],
  ['12', 12],
  ['', null],
  ['0', null],
  ['007', 7],
  ['-', null],
  ['1x5', 15],
  ['99999', 1_000],
])('when %j is typed as a limit, then it is %j', (typed, limit) => {
  expect(limitOf(typed, 1_000)).toBe(limit);
});
