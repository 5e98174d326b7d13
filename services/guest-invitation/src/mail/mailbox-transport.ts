import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { asMessage } from './as-message.ts';
import type { MailTransport } from './transport.ts';

/** The name of a mail's file: the part of its Message-ID that is the send's own id. */
const fileNameOf = (messageId: string): string =>
  `${(messageId.split('@')[0] ?? '').replaceAll(/[^\w-]/g, '')}.eml`;

/** Keeps mails as files, for a system without a mail server; the pages at `/mailbox` show them. */
export const createMailboxTransport = (folder: string): MailTransport => {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(asMessage(mail));
      const file = path.join(folder, fileNameOf(mail.messageId));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.new`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
    close: async () => {
      transport.close();
    },
  };
};
