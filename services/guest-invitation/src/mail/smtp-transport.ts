import { createTransport } from 'nodemailer';
import { asMessage } from './as-message.ts';
import { MailRefused, type MailTransport } from './transport.ts';

const TIMEOUT_MS = 15_000;

const replyOf = (error: unknown): { code?: number; text: string } => {
  const { responseCode, response, message } = error as {
    responseCode?: number;
    response?: string;
    message?: string;
  };
  const text = response ?? message ?? 'The mail server failed.';
  return responseCode === undefined ? { text } : { code: responseCode, text };
};

/** 5xx ends it (RFC 5321, section 4.2.1); 4xx and a network that fails are tried again. */
const isFinal = (code: number | undefined): boolean => code !== undefined && code >= 500 && code < 600;

/** Hands mails to a mail server by SMTP, over a few connections that stay open. */
export const createSmtpTransport = (url: string): MailTransport => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail(asMessage(mail));
      } catch (error) {
        const { code, text } = replyOf(error);
        throw isFinal(code) ? new MailRefused(text, { cause: error }) : error;
      }
    },
    close: async () => {
      transport.close();
    },
  };
};
