import type { ManagedInvitation, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { as } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';

/**
 * The invitation of a guest of a share that the person who acts may manage.
 * @throws AppError `not-found` for any other, as for one that does not exist
 */
export const tellManaged =
  ({ database: { repositories }, clients }: Pick<GuestDeps, 'database' | 'clients'>) =>
  async (
    { shareId, guestId }: { shareId: string; guestId: string },
    actor: UserActor,
  ): Promise<ManagedInvitation> => {
    await clients.share.managedBy({ shareId }, as(actor));
    const invitation = await repositories.invitations.byId(guestId);
    if (invitation?.shareId !== shareId) throw new AppError('not-found');
    return { invitationId: invitation.id, secretVersion: invitation.secretVersion };
  };
