import { mailReasonOf } from '@vitrine/contracts';
import { words } from './words.ts';

/** Why a mail failed: in the reader's language where the reason is ours, else as the mail server said it. */
export function mailReason(said: string): string {
  const reason = mailReasonOf(said);
  return reason === null ? said : words.mailReasons[reason];
}
