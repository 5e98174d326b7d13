import { expect, test } from '@jest/globals';
import { mailReason } from './mail-reason.ts';
import { german } from './words.de.ts';
import { words } from './words.ts';

test('when a mail failed, then our own reasons have words of the page, and those of a mail server stay', () => {
  expect(mailReason('The mail server does not answer.')).toBe(words.mailReasons['server-silent']);
  expect(mailReason('550 5.1.1 No such user')).toBe('550 5.1.1 No such user');
  expect(german.mailReasons['server-silent']).toBe('Der Mailserver antwortet nicht.');
});
