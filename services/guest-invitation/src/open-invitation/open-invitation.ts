import type { Actor, MailLanguage, OpenedInvitation } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { GuestDeps } from '../deps.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import { openForGuest, openShareOf } from '../opening.ts';
import { underPolicyOfShare } from '../policy-of-share.ts';

/**
 * Exchanges the secret of a link for what a guest's session holds. A link that is unknown, removed, expired or of a
 * closed share is one and the same to whoever tries it; the first three take the same work, too.
 * @throws AppError `code-required` where the share or its policy asks external guests for a code from a mail
 */
export const openInvitation =
  ({ database, clients }: Pick<GuestDeps, 'database' | 'clients'>) =>
  async (
    { token, language }: { token: string; language?: MailLanguage | undefined },
    actor: Actor,
  ): Promise<OpenedInvitation> => {
    serviceOf(actor);
    const secretHash = hashOfSecret(token);
    const found = await database.repositories.links.openedBy(secretHash);
    if (found === null) throw new AppError('link-not-valid');
    const share = await openShareOf(clients, found.shareId);
    const openIt = async (transaction: GuestTransaction): Promise<OpenedInvitation> => {
      await transaction.invitations.locked(found.id);
      const before = await transaction.invitations.bySecretHash(secretHash);
      return openForGuest(transaction, before, { withCode: false, language });
    };
    if (found.kind === 'internal') return database.inTransaction(openIt);
    if (share.codeRequired) throw new AppError('code-required');
    return underPolicyOfShare({ database, clients }, share, (transaction, { codeRequired }) => {
      if (codeRequired) throw new AppError('code-required');
      return openIt(transaction);
    });
  };
