import { expect, test } from '@jest/globals';
import { ApiError } from '../../shared/api/api-error.ts';
import { addressIn, digitsIn, isWhole, secondsToWait, sentenceOfCode, waitOf } from './code-words.ts';

test.each([
  ['123456', '123456'],
  [' 123 456\n', '123456'],
  ['123-456', '123456'],
  ['Your code: 012345.', '012345'],
  ['12', '12'],
])('when %j is typed or pasted, then the code is %s', (text, code) => {
  expect(digitsIn(text)).toBe(code);
  expect(isWhole(code)).toBe(code.length === 6);
});

test('when a code opens nothing, then the sentence says why, and what to do', () => {
  expect(sentenceOfCode(new ApiError('wrong-code', { triesLeft: 4 }))).toBe(
    'This is not the code. You have 4 tries left.',
  );
  expect(sentenceOfCode(new ApiError('wrong-code', { triesLeft: 1 }))).toContain('one try left');
  expect(sentenceOfCode(new ApiError('code-void'))).toContain('tried too often');
  expect(sentenceOfCode(new ApiError('code-expired'))).toContain('does not work any more');
  expect(sentenceOfCode(new ApiError('offline'))).toBeUndefined();
});

test.each([
  [59, 'in 59 seconds'],
  [600, 'in 10 minutes'],
  [7_201, 'in 3 hours'],
])('when another code is asked for %i s too early, then it says when', (retryAfterSeconds, when) => {
  expect(waitOf(secondsToWait(new ApiError('too-many-requests', { retryAfterSeconds })))).toBe(when);
});

test('when it failed for another reason, then nothing is said of waiting, and no address is made up', () => {
  expect(secondsToWait(new ApiError('offline'))).toBe(0);
  expect(addressIn(new ApiError('code-required', { email: 'l•••@agency.example' }))).toBe(
    'l•••@agency.example',
  );
  expect(addressIn(new ApiError('code-required'))).toBe('');
});
