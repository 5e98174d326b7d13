import { expect, test } from '@jest/globals';
import { MAIL_REASONS, mailReasonOf } from './mail-reasons.ts';

test('when a mail failed for a reason of ours, then it is known again, and what a mail server says is not', () => {
  for (const [reason, sentence] of Object.entries(MAIL_REASONS)) expect(mailReasonOf(sentence)).toBe(reason);
  for (const said of ['550 No such user', '', 'ended']) expect(mailReasonOf(said)).toBeNull();
});
