import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { GuestSessions } from '../sessions/guest-sessions.ts';
import { calledBy } from '../sessions/public-id.ts';
import { managedInvitation } from '../who-acts/managed-invitation.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  whoActs: WhoActs;
  guest: GatewayClients['guest'];
  guestSessions: GuestSessions;
}

/**
 * Closes a share in one of the browsers of a guest. The link goes on working, here and elsewhere.
 * @throws AppError `not-found` for a session that is not one of that guest, as for one that does not exist
 */
export const endGuestBrowser =
  ({ guestSessions, ...deps }: Deps) =>
  async (
    { sessionId, ...named }: { id: string; guestId: string; sessionId: string },
    context: GatewayContext,
  ): Promise<void> => {
    const { invitationId, secretVersion } = await managedInvitation(deps, named, context);
    const found = calledBy(await guestSessions.ofInvitation(invitationId, secretVersion), sessionId);
    if (found === null) throw new AppError('not-found');
    await guestSessions.end(found.id);
  };
