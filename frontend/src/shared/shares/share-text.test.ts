import { expect, test } from '@jest/globals';
import { TITLE_LENGTH_MAX, hasProblem, lengthLeft, titleProblem } from './share-text.ts';

test('when a title is empty or only spaces, then one is asked for', () => {
  expect(titleProblem('  ')).toBe('Give the share a title');
  expect(titleProblem('\u200b')).toBe('Give the share a title');
});

test('when a title is longer than is kept, then it says by how much', () => {
  expect(titleProblem('a'.repeat(TITLE_LENGTH_MAX))).toBeNull();
  expect(titleProblem('a'.repeat(TITLE_LENGTH_MAX + 3))).toBe('3 characters too many');
});

test('when the end comes near, then what is left is counted', () => {
  expect(lengthLeft('a'.repeat(100), TITLE_LENGTH_MAX)).toBeNull();
  expect(lengthLeft('a'.repeat(199), TITLE_LENGTH_MAX)).toBe('1 character left');
});

test('when the title is missing or the description is too long, then there is a problem', () => {
  expect(hasProblem({ title: '', description: '' })).toBe(true);
  expect(hasProblem({ title: 'Heroes', description: 'a'.repeat(2_001) })).toBe(true);
  expect(hasProblem({ title: 'Heroes', description: '' })).toBe(false);
});
