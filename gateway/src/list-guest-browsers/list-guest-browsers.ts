import type { GuestBrowser } from '@vitrine/contracts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import { publicIdOf } from '../sessions/public-id.ts';
import type { FoundGuestSession, GuestSessions } from '../sessions/guest-sessions.ts';
import { managedInvitation } from '../who-acts/managed-invitation.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  whoActs: WhoActs;
  guest: GatewayClients['guest'];
  guestSessions: GuestSessions;
}

/** Where the link of a guest is open, for who may manage the guests of the share: what was used last first. */
export const listGuestBrowsers =
  ({ guestSessions, ...deps }: Deps) =>
  async (
    named: { id: string; guestId: string },
    context: GatewayContext,
  ): Promise<{ items: GuestBrowser[] }> => {
    const { invitationId, secretVersion } = await managedInvitation(deps, named, context);
    const items = (await guestSessions.ofInvitation(invitationId, secretVersion)).map(viewOf);
    return { items: items.toSorted((one, other) => usedAt(other).localeCompare(usedAt(one))) };
  };

const viewOf = (found: FoundGuestSession): GuestBrowser => {
  const id = publicIdOf(found);
  const { seen } = found.session;
  return seen === null
    ? { id, browser: null, system: null, address: null, startedAt: null, lastUsedAt: null }
    : { id, ...seen.where, startedAt: seen.startedAt, lastUsedAt: seen.usedAt };
};

const usedAt = ({ lastUsedAt }: GuestBrowser): string => lastUsedAt ?? '';
