import { GuestMailFailedV1, GuestMailSentV1, type ShareFacts } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { newEvent } from '@vitrine/platform/outbox/new-event.ts';
import type * as z from 'zod';
import { AS_GUEST_INVITATION } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { type Invitation, factsOf, isExpired } from '../invitation.ts';
import type { MailSend } from '../mail-repository.ts';
import { delayAfter } from '../mail/delay.ts';
import { type InvitationMailSettings, invitationMail } from '../mail/invitation-mail.ts';
import { MailRefused, type MailTransport } from '../mail/transport.ts';

/** What sending stands on. */
export interface SendDeps extends Pick<GuestDeps, 'database' | 'clients'> {
  readonly transport: MailTransport;
  readonly settings: InvitationMailSettings;
  readonly log: Log;
}

/** Longer than any attempt takes, so that nobody else sends the same mail meanwhile. */
const LEASE_SECONDS = 60;

/**
 * Sends one mail whose time has come.
 * The secret is made here and only its hash is kept, before the mail goes out: what goes out is known, and nothing that
 * is kept could open the share (docs/decisions: the secret of a link is made when its mail is sent).
 * @returns whether there was one
 */
export const sendNextMail = (deps: SendDeps) => async (): Promise<boolean> => {
  const mail = await deps.database.inTransaction(({ mails }) => mails.claim(LEASE_SECONDS));
  if (mail === null) return false;
  try {
    await send(deps, mail);
  } catch (error) {
    await settleFailure(deps, mail, error);
  }
  return true;
};

const send = async (deps: SendDeps, mail: MailSend): Promise<void> => {
  const { database, clients, transport, settings } = deps;
  const secret = newSecret();
  const invitation = await giveSecret(database, mail, hashOfSecret(secret));
  if (invitation === null) return;
  const share = await factsOfShare(clients, invitation.shareId);
  if (share === null) return end(deps, mail, 'The share was deleted.');
  await transport.send(invitationMail({ mailId: mail.id, invitation, share, secret, settings }));
  await end(deps, mail, null);
};

/** Keeps the hash of a new secret; null, and the mail is over, for somebody who is no guest any more. */
const giveSecret = (
  database: SendDeps['database'],
  mail: MailSend,
  secretHash: string,
): Promise<Invitation | null> =>
  database.inTransaction(async ({ invitations, mails, databaseNow }) => {
    const before = await invitations.locked(mail.invitationId);
    if (before === null || isExpired(before, await databaseNow())) {
      await mails.end(mail.id, 'failed', 'The invitation ended before its mail was sent.');
      return null;
    }
    const invitation = { ...before, secretHash, secretVersion: before.secretVersion + 1 };
    await invitations.save(invitation);
    return invitation;
  });

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

/** The mail has come to its end: handed over, or refused for the reason given. */
const end = (deps: Pick<SendDeps, 'database'>, mail: MailSend, reason: string | null): Promise<void> =>
  deps.database.inTransaction(async ({ invitations, mails, outbox }) => {
    await mails.end(mail.id, reason === null ? 'sent' : 'failed', reason);
    const before = await invitations.locked(mail.invitationId);
    if (before === null) return;
    const invitation = { ...before, version: before.version + 1 };
    await invitations.save(invitation);
    const facts = factsOf(invitation, null);
    await outbox.add([
      reason === null
        ? newEvent(GuestMailSentV1, { subject: invitation.id, data: facts })
        : newEvent(GuestMailFailedV1, { subject: invitation.id, data: { ...facts, reason } }),
    ]);
  });

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const settleFailure = async (deps: SendDeps, mail: MailSend, error: unknown): Promise<void> => {
  const reason = sentenceOf(error);
  const delaySeconds = error instanceof MailRefused ? null : delayAfter(mail.attempts);
  deps.log.warn({ mailId: mail.id, attempts: mail.attempts, delaySeconds, reason }, 'a mail was not taken');
  if (delaySeconds === null) await end(deps, mail, reason);
  else await deps.database.inTransaction(({ mails }) => mails.postpone(mail.id, delaySeconds, reason));
};
