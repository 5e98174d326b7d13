import type { GuestSessionView, OpenedInvitation } from '@vitrine/contracts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { SecretCookie } from './cookies.ts';
import type { GuestSessions } from './guest-sessions.ts';

/** Makes this browser the guest of an invitation that was opened in it, and of no other. */
export type BeginGuestSession = (
  opened: OpenedInvitation,
  context: GatewayContext,
) => Promise<GuestSessionView>;

export const beginGuestSession =
  ({
    guestSessions,
    guestCookie,
  }: {
    guestSessions: GuestSessions;
    guestCookie: SecretCookie;
  }): BeginGuestSession =>
  async ({ secretVersion, ...view }, { request, response }) => {
    const { invitationId, shareId, expiresAt } = view;
    const before = guestCookie.read(request);
    if (before !== null) await guestSessions.end(hashOfSecret(before));
    const session = await guestSessions.start({ invitationId, shareId, secretVersion }, expiresAt);
    guestCookie.write(response, session.secret, session.ttlSeconds);
    return view;
  };
