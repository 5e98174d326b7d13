import { expect, test } from '@jest/globals';
import { initialsOf } from './initials.ts';

test('when a person has several names, then the first and the last count', () => {
  expect(initialsOf('Mia van der Berg')).toBe('MB');
});

test('when a person has one name or none, then there is one letter or none', () => {
  expect(initialsOf('émile')).toBe('É');
  expect(initialsOf('  ')).toBe('');
});
