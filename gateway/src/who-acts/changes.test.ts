import { expect, test } from '@jest/globals';
import { createChanges } from './changes.ts';

test('when something is being changed, then nothing is believed; after it, nothing of before', () => {
  const { revision, begin } = createChanges();
  const before = revision();
  expect(before).not.toBeNull();
  const [endFirst, endSecond] = [begin(), begin()];
  endFirst();
  expect(revision()).toBeNull();
  endSecond();
  expect(revision()).not.toBeNull();
  expect(revision()).not.toBe(before);
});
