import { createMailboxTransport } from '@vitrine/guest-invitation/mail/mailbox-transport.ts';
import { createSmtpTransport } from '@vitrine/guest-invitation/mail/smtp-transport.ts';
import type { MailTransport } from '@vitrine/guest-invitation/mail/transport.ts';
import type { StandaloneConfig } from './config.ts';
import type { DataFolder } from './data-folder.ts';

export const mailboxFolder = (folder: DataFolder): string => folder.pathTo('mailbox');

/** The mail server that the environment names, or the mailbox of the data folder. */
export const mailTransport = ({ SMTP_URL }: StandaloneConfig, folder: DataFolder): MailTransport =>
  SMTP_URL === undefined ? createMailboxTransport(mailboxFolder(folder)) : createSmtpTransport(SMTP_URL);
