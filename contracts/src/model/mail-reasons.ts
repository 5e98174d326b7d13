/**
 * Why a mail failed, where that is a reason of ours: as programs and rows have it, and for who reads another language to
 * be told in that. Everything else is in the words of a mail server.
 */
export const MAIL_REASONS = {
  ended: 'The invitation ended before its mail was sent.',
  'part-silent': 'A part of the system did not answer.',
  'server-silent': 'The mail server does not answer.',
  'came-back': 'It came back without a reason.',
} as const;
export type MailReason = keyof typeof MAIL_REASONS;

/** Which of our reasons that is; null for what a mail server said. */
export const mailReasonOf = (said: string): MailReason | null => {
  const found = Object.entries(MAIL_REASONS).find(([, sentence]) => sentence === said);
  return found === undefined ? null : (found[0] as MailReason);
};
