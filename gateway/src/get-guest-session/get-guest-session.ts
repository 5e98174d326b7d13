import type { GuestSessionView } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

/** What the guest of this browser is invited to, asked anew each time: an invitation can end at any moment. */
export const getGuestSession =
  ({ guest, whoActs }: { guest: GatewayClients['guest']; whoActs: WhoActs }) =>
  async ({ request }: GatewayContext): Promise<GuestSessionView> => {
    const actor = await whoActs.guest(request);
    if (!actor) throw new AppError('not-signed-in');
    const { invitationId, secretVersion } = actor;
    const { shareId, email, expiresAt } = await guest.live({ invitationId, secretVersion }, AS_GATEWAY);
    return { invitationId, shareId, email, expiresAt };
  };
