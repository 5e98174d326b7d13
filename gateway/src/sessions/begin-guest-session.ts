import type { GuestSessionView, OpenedInvitation } from '@vitrine/contracts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { Request } from 'express';
import { noteGuest } from '../audit/who-acted.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { SecretCookie } from './cookies.ts';
import type { GuestSessions } from './guest-sessions.ts';
import type { Where } from './where.ts';

/** Makes this browser the guest of an invitation that was opened in it, and of no other. */
export type BeginGuestSession = (
  opened: OpenedInvitation,
  context: GatewayContext,
) => Promise<GuestSessionView>;

export const beginGuestSession =
  ({
    guestSessions,
    guestCookie,
    whereOf,
  }: {
    guestSessions: GuestSessions;
    guestCookie: SecretCookie;
    whereOf: (request: Request) => Where;
  }): BeginGuestSession =>
  async ({ secretVersion, secondsLeft, ...view }, { request, response }) => {
    const { invitationId, shareId, expiresAt } = view;
    noteGuest(request, { invitationId, shareId });
    const before = guestCookie.read(request);
    if (before !== null) await guestSessions.end(hashOfSecret(before));
    const opened = { invitationId, shareId, secretVersion };
    const session = await guestSessions.start(opened, { expiresAt, secondsLeft }, whereOf(request));
    guestCookie.write(response, session.secret, session.ttlSeconds);
    return view;
  };
