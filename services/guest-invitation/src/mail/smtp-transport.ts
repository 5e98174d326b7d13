import { createTransport } from 'nodemailer';
import { asMessage } from './as-message.ts';
import { MailNotTaken, MailRefused, type MailTransport } from './transport.ts';

const STEP_MS = 15_000;
/** For one mail as a whole: below the lease on it. */
const MAIL_MS = 45_000;

/** What nodemailer says of a failure. */
interface Failure {
  code?: string;
  responseCode?: number;
  response?: string;
  message: string;
}

/** The failures that are about this mail: its addresses or its content. Others are about the way to the server. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);
/** Authentication required (RFC 4954, section 6): our own settings are wrong, not the mail. */
const AUTHENTICATION_REQUIRED = 530;

/** Hands mails to a mail server by SMTP, over a few connections that stay open. */
export const createSmtpTransport = (url: string): MailTransport => {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    // Repeating is ours alone: it knows the delays, and makes a link of its own for each attempt.
    maxRequeues: 0,
    dnsTimeout: STEP_MS,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({ ...asMessage(mail), signal: AbortSignal.timeout(MAIL_MS) });
      } catch (error) {
        throw asOutcome(error);
      }
    },
    close: async () => {
      transport.close({ force: true });
    },
  };
};

/**
 * 5xx on the mail ends it and 4xx repeats it, and after either nobody got it (RFC 5321, section 4.2.1). A connection
 * that broke leaves open whether the mail was taken.
 */
const asOutcome = (error: unknown): unknown => {
  const { code, responseCode, response, message } = error as Failure;
  if (responseCode === undefined) return error;
  const isFinal =
    responseCode >= 500 && responseCode !== AUTHENTICATION_REQUIRED && ABOUT_THE_MAIL.has(code ?? '');
  return new (isFinal ? MailRefused : MailNotTaken)(response ?? message, { cause: error });
};
