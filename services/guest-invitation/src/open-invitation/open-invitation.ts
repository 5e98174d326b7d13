import type { Actor, GuestSessionView } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import { AS_GUEST_INVITATION } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { type Invitation, isExpired, open } from '../invitation.ts';

type Opened = GuestSessionView & { secretVersion: number };

/**
 * Exchanges the secret of a link for what a guest's session holds. A link that is unknown, removed, expired or of a
 * closed share is one and the same to whoever tries it.
 */
export const openInvitation =
  ({ database, clients }: Pick<GuestDeps, 'database' | 'clients'>) =>
  async ({ token }: { token: string }, actor: Actor): Promise<Opened> => {
    serviceOf(actor);
    const found = await database.repositories.invitations.bySecretHash(hashOfSecret(token));
    if (found === null) throw new AppError('link-not-valid');
    await assertShareIsOpen(clients, found.shareId);
    return database.inTransaction(async ({ invitations, outbox, databaseNow }) => {
      const before = await invitations.locked(found.id);
      const now = await databaseNow();
      if (before?.secretHash !== found.secretHash || isExpired(before, now))
        throw new AppError('link-not-valid');
      const { invitation, events } = open(before, now);
      if (events.length > 0) await invitations.save(invitation);
      await outbox.add(events);
      return opened(invitation);
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
