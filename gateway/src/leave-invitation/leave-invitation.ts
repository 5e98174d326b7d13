import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { SecretCookie } from '../sessions/cookies.ts';
import type { GuestSessions } from '../sessions/guest-sessions.ts';

/** Ends the guest's session of this browser; the link itself goes on working. */
export const leaveInvitation =
  ({ guestSessions, guestCookie }: { guestSessions: GuestSessions; guestCookie: SecretCookie }) =>
  async ({ request, response }: GatewayContext): Promise<void> => {
    const secret = guestCookie.read(request);
    if (secret !== null) await guestSessions.end(hashOfSecret(secret));
    guestCookie.clear(response);
  };
