import { MAIL_REASONS } from '@vitrine/contracts';
import type { Breaker } from '@vitrine/platform/circuit/breaker.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { MailNotTaken, MailRefused, type MailTransport } from './transport.ts';

/** For the breaker of a mail server: what it says about a mail is an answer, also "not now". */
export const isMailServerFailure = (error: unknown): boolean =>
  !(error instanceof MailNotTaken || error instanceof MailRefused);

/** Does not try a mail server that does not answer: each mail would wait for its time limit. */
export const guardedTransport = (transport: MailTransport, breaker: Breaker): MailTransport => ({
  ...transport,
  send: async (mail) => {
    try {
      await breaker.run(() => transport.send(mail));
    } catch (error) {
      // Of a breaker, and before the mail server heard of it: nobody got this mail.
      throw error instanceof AppError
        ? new MailNotTaken(MAIL_REASONS['server-silent'], { cause: error })
        : error;
    }
  },
});
