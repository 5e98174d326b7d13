import type { SessionView, UserProfile } from '@vitrine/contracts';
import { inTime } from '@vitrine/platform/circuit/in-time.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients } from '../gateway-context.ts';
import { currentDomainIdOf } from '../who-acts/signed-in.ts';
import type { PersonOfSession } from '../who-acts/signed-in.ts';

type Clients = Pick<GatewayClients, 'share' | 'guest'>;

/** What the frame of the page shows of a signed-in person. */
export type ViewSession = (person: PersonOfSession) => Promise<SessionView>;

const LAST_KNOWN_MAX = 10_000;
/** For so long the frame of the page waits for what may have changed of what was known last. */
const WAIT_MS = 1_000;

export const viewSession = ({ clients, log }: { clients: Clients; log: Log }): ViewSession => {
  const hasShares = rememberingHasShares(clients, log);
  return async (person) => {
    const { userId, name, email, isAdministrator, language, account, domains } = person.profile;
    return {
      user: { id: userId, name, email, isAdministrator, language },
      account,
      domains,
      currentDomainId: currentDomainIdOf(person),
      hasShares: await hasShares(person.profile),
    };
  };
};

/**
 * Whether Shares stands in the navigation. It opens nothing, so it may be what was known last where a service does not
 * answer, or not soon: the rest of the page goes on working.
 */
const rememberingHasShares = (clients: Clients, log: Log) => {
  const lastKnown = new Map<string, boolean>();
  return async ({ userId, account }: UserProfile): Promise<boolean> => {
    if (!account.features.shares) return false;
    try {
      const waitMs = lastKnown.has(userId) ? WAIT_MS : Infinity;
      const has = await inTime(() => ownsOrReceived(clients, userId), waitMs);
      if (lastKnown.size >= LAST_KNOWN_MAX) lastKnown.clear();
      lastKnown.set(userId, has);
      return has;
    } catch (error) {
      log.warn({ err: error }, 'cannot tell whether a user has shares');
      return lastKnown.get(userId) ?? false;
    }
  };
};

const ownsOrReceived = async ({ share, guest }: Clients, userId: string): Promise<boolean> => {
  const { ownsAny } = await share.ownsAny({ userId }, AS_GATEWAY);
  return ownsAny || (await guest.wasEverInvited({ userId }, AS_GATEWAY)).wasEverInvited;
};
