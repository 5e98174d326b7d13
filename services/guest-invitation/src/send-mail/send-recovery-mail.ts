import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import { withTraceparent } from '@vitrine/platform/outbox/trace-context.ts';
import { inSpan } from '@vitrine/platform/tracing/spans.ts';
import { AS_GUEST_INVITATION } from '../clients.ts';
import { delayAfter } from '../mail/delay.ts';
import { recoveryMail } from '../mail/recovery-mail.ts';
import { MailRefused } from '../mail/transport.ts';
import { wordsIn } from '../mail/words-in.ts';
import type { RecoveryMail } from '../recovery-mail-repository.ts';
import { keepOutcome } from './keep-outcome.ts';
import { reasonOf } from './reason-of.ts';
import { LEASE_SECONDS, type SendDeps } from './send-mail.ts';

/** Takes a mail whose time has come; null where none waits. */
export const claimRecoveryMail = ({ database }: Pick<SendDeps, 'database'>): Promise<RecoveryMail | null> =>
  database.inTransaction(({ recoveryMails }) => recoveryMails.claim(LEASE_SECONDS));

/**
 * One attempt to send a mail to somebody who forgot a password. The secret is made here, and identity is given its hash
 * before the mail goes out. Where the answer of the mail server was lost, the link of the newest mail is the one that works.
 */
export const attemptRecoveryMail = (deps: SendDeps, mail: RecoveryMail): Promise<void> =>
  withTraceparent(mail.traceparent ?? undefined, () => attempt(deps, mail));

const attempt = async (deps: SendDeps, mail: RecoveryMail): Promise<void> => {
  const { database, clients, transport, settings, countMail } = deps;
  const { id, email, name, language } = mail;
  const secret = newSecret();
  const end = (state: 'sent' | 'failed', error: string | null) =>
    database.inTransaction(({ recoveryMails }) => recoveryMails.end(id, state, error));
  try {
    const given = { recoveryId: id, secretHash: hashOfSecret(secret) };
    if (!(await isWaitedFor(clients.identity.giveRecovery(given, AS_GUEST_INVITATION)))) {
      await end('failed', 'It was over before its mail was sent.');
      return;
    }
    const composed = recoveryMail({
      mailId: id,
      to: email,
      name,
      words: wordsIn(language),
      secret,
      settings,
    });
    await inSpan({ name: 'mail send', kind: 'client' }, () => transport.send(composed));
    await keepOutcome(deps, () => end('sent', null));
    countMail?.('sent');
  } catch (error) {
    await settleFailure(deps, mail, error, secret);
  }
};

/** Whether the recovery is not over. */
const isWaitedFor = async (giving: Promise<unknown>): Promise<boolean> => {
  try {
    await giving;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return false;
    throw error;
  }
};

const settleFailure = async (
  { database, log, countMail }: SendDeps,
  { id, attempts }: RecoveryMail,
  error: unknown,
  secret: string,
): Promise<void> => {
  const reason = reasonOf(error, secret);
  const delaySeconds = error instanceof MailRefused ? null : delayAfter(attempts);
  log.warn({ mailId: id, attempts, delaySeconds, reason }, 'a mail was not taken');
  countMail?.(delaySeconds === null ? 'failed' : 'postponed');
  await database.inTransaction(({ recoveryMails }) =>
    delaySeconds === null
      ? recoveryMails.end(id, 'failed', reason)
      : recoveryMails.postpone(id, delaySeconds, reason),
  );
};
