import type { Actor, MailLanguage, SentCode } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import type { GuestDeps } from '../deps.ts';
import { maskedAddress, secondsToNextCode } from '../guest-code.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import { type Invitation, isExpired } from '../invitation.ts';
import { openShareOf } from '../opening.ts';

interface AskForCode {
  readonly token: string;
  /** The secret that the browser holds; null for one that asks for the first time. */
  readonly browser: string | null;
  readonly newCode: boolean;
  /** Of the page that asks: the mail is written in it. */
  readonly language?: MailLanguage | null | undefined;
}

/**
 * Has a code sent to the guest whose link it is. It is good in the browser that asks, and made as its mail goes out
 * (decision 042). Where this browser waits for one already, nothing is sent, unless it asks for another.
 * @throws AppError `link-not-valid`; `too-many-requests`, with a reason that no other of that code has, where codes were
 * asked for too often by this link
 */
export const sendCode =
  ({ database, clients, newId, onMailQueued }: GuestDeps) =>
  async ({ token, browser, newCode, language = null }: AskForCode, actor: Actor): Promise<SentCode> => {
    serviceOf(actor);
    const secretHash = hashOfSecret(token);
    const found = await database.repositories.links.openedBy(secretHash);
    if (found === null) throw new AppError('link-not-valid');
    await openShareOf(clients, found.shareId);
    const sent = await database.inTransaction(async (transaction) => {
      // Whoever else asks by this link waits, and is counted.
      await transaction.invitations.locked(found.id);
      const guest = await transaction.invitations.bySecretHash(secretHash);
      if (guest === null || isExpired(guest, await transaction.databaseNow()))
        throw new AppError('link-not-valid');
      const held = browser === null ? null : hashOfSecret(browser);
      const awaited = held === null || newCode ? null : await transaction.codes.awaitedUntil(guest.id, held);
      const maskedEmail = maskedAddress(guest.email);
      if (awaited !== null) return { maskedEmail, expiresAt: awaited.toISOString(), browser: null };
      await demandFew(transaction, guest);
      if (held !== null) await transaction.codes.end(held);
      return { maskedEmail, ...(await askFor(transaction, guest, { id: newId(), language })) };
    });
    onMailQueued();
    return sent;
  };

const demandFew = async (
  { codes, databaseNow }: GuestTransaction,
  { id, secretVersion }: Invitation,
): Promise<void> => {
  const retryAfterSeconds = secondsToNextCode(await codes.askedAt(id, secretVersion), await databaseNow());
  if (retryAfterSeconds !== null)
    throw new AppError('too-many-requests', { retryAfterSeconds, reason: 'code-just-sent' });
};

/** A secret of its own for each: a browser that was handed one by somebody else waits for nothing by it. */
const askFor = async (
  { codes, mails, databaseNow }: GuestTransaction,
  { id: invitationId, secretVersion }: Invitation,
  { id, language }: { id: string; language: MailLanguage | null },
): Promise<{ expiresAt: string; browser: string }> => {
  const browser = newSecret();
  const browserHash = hashOfSecret(browser);
  await codes.ask({ id, invitationId, secretVersion, browserHash });
  await mails.addAll([{ id, invitationId, kind: 'code', language }]);
  const expiresAt = (await codes.awaitedUntil(invitationId, browserHash)) ?? (await databaseNow());
  return { expiresAt: expiresAt.toISOString(), browser };
};
