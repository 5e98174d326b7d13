import type { GuestSessionView } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { Request } from 'express';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';
import type { SecretCookie } from '../sessions/cookies.ts';
import type { GuestSessions } from '../sessions/guest-sessions.ts';

interface Deps {
  guest: GatewayClients['guest'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
  guestSessions: GuestSessions;
  guestCookie: SecretCookie;
}

/** Exchanges the secret of a link for a session of this browser; the secret itself is kept nowhere. */
export const openInvitation =
  ({ guest, limits, addressOf, guestSessions, guestCookie }: Deps) =>
  async ({ token }: { token: string }, context: GatewayContext): Promise<GuestSessionView> => {
    const { request, response } = context;
    const address = addressOf(request);
    await limits.beforeLink(address);
    const opened = await openOrCount(() => guest.open({ token }, AS_GATEWAY), limits, address);
    const { secretVersion, ...view } = opened;
    const { invitationId, shareId, expiresAt } = view;
    const before = guestCookie.read(request);
    if (before !== null) await guestSessions.end(hashOfSecret(before));
    const session = await guestSessions.start({ invitationId, shareId, secretVersion }, expiresAt);
    guestCookie.write(response, session.secret, session.ttlSeconds);
    return view;
  };

const openOrCount = async <Opened>(
  open: () => Promise<Opened>,
  limits: AttemptLimits,
  address: string,
): Promise<Opened> => {
  try {
    return await open();
  } catch (error) {
    if (error instanceof AppError && error.code === 'link-not-valid') await limits.afterWrongLink(address);
    throw error;
  }
};
