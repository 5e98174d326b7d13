import { expect, test } from '@jest/globals';
import { neighboursOf } from './neighbours.ts';

test('when an asset stands between two, then both are its neighbours', () => {
  expect(neighboursOf(['a', 'b', 'c'], 'b')).toEqual({ previous: 'a', next: 'c' });
});

test('when an asset is the last or is not listed, then there is nothing after it', () => {
  expect(neighboursOf(['a', 'b'], 'b').next).toBeNull();
  expect(neighboursOf(['a', 'b'], 'x')).toEqual({ previous: null, next: null });
});
