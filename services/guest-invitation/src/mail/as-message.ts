import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './transport.ts';

/** A mail in nodemailer's words. The address is given as a field, so that nothing in it is read as a list. */
export const asMessage = ({
  messageId,
  from,
  returnPath,
  to,
  language,
  subject,
  text,
  html,
}: Mail): SendMailOptions => ({
  messageId: `<${messageId}>`,
  from,
  ...(returnPath === undefined ? {} : { envelope: { from: returnPath, to } }),
  to: { name: '', address: to },
  subject,
  text,
  html,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': language,
  },
});
