import type { GuestSessionView, OpenedInvitation } from '@vitrine/contracts';
import type { Request } from 'express';
import { noteGuest } from '../audit/who-acted.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { GuestSessions } from './guest-sessions.ts';
import type { OpenShares } from './open-shares.ts';
import type { Where } from './where.ts';

/** Makes this browser the guest of an invitation that was opened in it, and of no other one to its share. */
export type BeginGuestSession = (
  opened: OpenedInvitation,
  context: GatewayContext,
) => Promise<GuestSessionView>;

export const beginGuestSession =
  ({
    guestSessions,
    openShares,
    whereOf,
  }: {
    guestSessions: GuestSessions;
    openShares: OpenShares;
    whereOf: (request: Request) => Where;
  }): BeginGuestSession =>
  async ({ secretVersion, secondsLeft, ...view }, { request, response }) => {
    const { invitationId, shareId, expiresAt } = view;
    noteGuest(request, { invitationId, shareId });
    const before = await openShares.find(request, shareId);
    if (before !== null) await guestSessions.end(before.id);
    const opened = { invitationId, shareId, secretVersion };
    const session = await guestSessions.start(opened, { expiresAt, secondsLeft }, whereOf(request));
    await openShares.keep(request, response, { shareId, ...session });
    return view;
  };
