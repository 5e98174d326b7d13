import type { Actor, GuestSessionView } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import { AS_GUEST_INVITATION } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { type Invitation, isExpired, open } from '../invitation.ts';
import { saveChanges } from '../save-change.ts';

type Opened = GuestSessionView & { secretVersion: number };

/**
 * Exchanges the secret of a link for what a guest's session holds. A link that is unknown, removed, expired or of a
 * closed share is one and the same to whoever tries it; the first three take the same work, too.
 */
export const openInvitation =
  ({ database, clients }: Pick<GuestDeps, 'database' | 'clients'>) =>
  async ({ token }: { token: string }, actor: Actor): Promise<Opened> => {
    serviceOf(actor);
    const secretHash = hashOfSecret(token);
    const found = await database.repositories.links.openedBy(secretHash);
    if (found === null) throw new AppError('link-not-valid');
    await assertShareIsOpen(clients, found.shareId);
    return database.inTransaction(async (transaction) => {
      await transaction.invitations.locked(found.id);
      const before = await transaction.invitations.bySecretHash(secretHash);
      const now = await transaction.databaseNow();
      if (before === null || isExpired(before, now)) throw new AppError('link-not-valid');
      const change = open(before, now);
      await saveChanges(transaction, [change]);
      return opened(change.invitation);
    });
  };

const assertShareIsOpen = async (clients: GuestDeps['clients'], shareId: string): Promise<void> => {
  const isOpen = await clients.share.facts({ shareId }, AS_GUEST_INVITATION).then(
    (share) => share.isOpen,
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') return false;
      throw error;
    },
  );
  if (!isOpen) throw new AppError('link-not-valid');
};

const opened = ({ id, shareId, email, expiresAt, secretVersion }: Invitation): Opened => ({
  invitationId: id,
  shareId,
  email,
  expiresAt: expiresAt.toISOString(),
  secretVersion,
});
