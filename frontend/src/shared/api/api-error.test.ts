import { expect, test } from '@jest/globals';
import { codeOf, errorFromAnswer } from './api-error.ts';

test('when the answer is a problem with a code, then that code is kept with its details', () => {
  const error = errorFromAnswer(409, '{"code":"nothing-to-download","excluded":[]}');
  expect(error.code).toBe('nothing-to-download');
  expect(error.details).toHaveProperty('excluded');
});

test('when a proxy answered with a page of its own, then the status tells the code', () => {
  expect(errorFromAnswer(502, '<html>Bad gateway</html>').code).toBe('temporarily-unavailable');
  expect(errorFromAnswer(413, '').code).toBe('too-large');
});

test('when something else was thrown, then it is an error of our own', () => {
  expect(codeOf(new TypeError('x'))).toBe('internal-error');
});
