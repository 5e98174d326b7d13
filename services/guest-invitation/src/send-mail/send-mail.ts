import type { ShareFacts } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { withTraceparent } from '@vitrine/platform/outbox/trace-context.ts';
import { inSpan } from '@vitrine/platform/tracing/spans.ts';
import type * as z from 'zod';
import { AS_GUEST_INVITATION } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { endMail } from '../end-mail.ts';
import { newCode } from '../guest-code.ts';
import type { MailSend } from '../mail-repository.ts';
import { delayAfter } from '../mail/delay.ts';
import type { InvitationMailSettings } from '../mail/invitation-mail.ts';
import { returnPathOf } from '../mail/return-path.ts';
import { MailNotTaken, MailRefused, type MailTransport } from '../mail/transport.ts';
import { composeMail } from './compose-mail.ts';
import { type KeepDeps, keepOutcome } from './keep-outcome.ts';
import { reasonOf } from './reason-of.ts';

/** What became of an attempt to send a mail. */
export type MailResult = 'sent' | 'postponed' | 'failed';

/** What sending stands on. */
export interface SendDeps extends KeepDeps, Pick<GuestDeps, 'database' | 'clients' | 'newId' | 'bounces'> {
  readonly transport: MailTransport;
  readonly settings: InvitationMailSettings;
  readonly log: Log;
  /** Is told what became of each attempt. */
  readonly countMail?: (result: MailResult) => void;
}

/** Longer than any attempt takes (the transport ends one after 45 s), so that nobody else sends the mail meanwhile. */
export const LEASE_SECONDS = 60;

/** Takes a mail whose time has come; null where none waits. */
export const claimMail = ({ database }: Pick<SendDeps, 'database'>): Promise<MailSend | null> =>
  database.inTransaction(({ mails }) => mails.claim(LEASE_SECONDS));

/**
 * One attempt to send a mail.
 * The secret is made here and only its hash is kept, before the mail goes out: what goes out is known, and nothing that
 * is kept could open the share (docs/decisions: the secret of a link is made when its mail is sent). So is a code.
 * What is asked, sent and told belongs to the trace of what asked for the mail, however long ago that was.
 */
export const attemptMail = (deps: SendDeps, mail: MailSend): Promise<void> =>
  withTraceparent(mail.traceparent ?? undefined, () => attempt(deps, mail));

const attempt = async (deps: SendDeps, mail: MailSend): Promise<void> => {
  const secret = mail.kind === 'code' ? newCode() : newSecret();
  try {
    await send(deps, mail, secret);
  } catch (error) {
    if (error instanceof MailNotTaken || error instanceof MailRefused) await forget(deps, mail, secret);
    await settleFailure(deps, mail, error, secret);
  }
};

/** Nobody got what would open the share. */
const forget = ({ database }: SendDeps, { id, kind }: MailSend, secret: string): Promise<void> =>
  database.inTransaction(({ links, codes }) =>
    kind === 'code' ? codes.forgetLast(id) : links.end(hashOfSecret(secret)),
  );

const send = async (deps: SendDeps, mail: MailSend, secret: string): Promise<void> => {
  const { database, clients, transport, settings, bounces } = deps;
  const share = await factsOfShare(clients, mail.shareId);
  if (share === null) return endMail(database, mail, 'The share was deleted.');
  const composed = await composeMail({ database, clients, settings, mail, share, secret });
  if ('needless' in composed) return endMail(database, mail, composed.needless);
  const returnPath = bounces && returnPathOf(bounces, mail.id);
  const addressed = returnPath === undefined ? composed.mail : { ...composed.mail, returnPath };
  await inSpan({ name: 'mail send', kind: 'client' }, () => transport.send(addressed));
  await keepOutcome(deps, () => endMail(database, mail, null));
  deps.countMail?.('sent');
};

const factsOfShare = async (
  clients: SendDeps['clients'],
  shareId: string,
): Promise<z.infer<typeof ShareFacts> | null> => {
  try {
    return await clients.share.facts({ shareId }, AS_GUEST_INVITATION);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
};

const settleFailure = async (
  { database, log, countMail, newId }: SendDeps,
  mail: MailSend,
  error: unknown,
  secret: string,
): Promise<void> => {
  const reason = reasonOf(error, secret);
  const delaySeconds = error instanceof MailRefused ? null : delayAfter(mail.attempts);
  log.warn({ mailId: mail.id, attempts: mail.attempts, delaySeconds, reason }, 'a mail was not taken');
  countMail?.(delaySeconds === null ? 'failed' : 'postponed');
  if (delaySeconds === null) await endMail(database, mail, reason, newId());
  else await database.inTransaction(({ mails }) => mails.postpone(mail.id, delaySeconds, reason));
};
