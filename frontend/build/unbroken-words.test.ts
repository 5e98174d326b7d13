import { expect, test } from '@jest/globals';
import { withUnbrokenWords } from './unbroken-words.ts';

test('when a sentence has a mail in it, then its line does not end amid the word; a label stays as it is', () => {
  const code = "{ label: 'E-Mail', words: 'Jeder bekommt eine E-Mail. Ihre API-Tokens enden.' }";
  expect(withUnbrokenWords(code)).toBe(
    "{ label: 'E-Mail', words: 'Jeder bekommt eine E-\\u2060Mail. Ihre API-\\u2060Tokens enden.' }",
  );
});
