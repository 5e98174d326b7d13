import type { GuestActor, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients } from '../gateway-context.ts';
import type { UserSessions } from '../sessions/user-sessions.ts';
import { isOver } from '../who-acts/signed-in.ts';
import type { GuestRights, PersonRights, Rights } from './rights.ts';

/** Asks the owners of the rules what somebody may hear of now; null where that is nothing any more. */
export type AskRights = (actor: UserActor | GuestActor) => Promise<Rights | null>;

interface Deps {
  readonly clients: GatewayClients;
  readonly userSessions: Pick<UserSessions, 'byId'>;
}

/** @throws AppError `temporarily-unavailable` where the right cannot be told */
export const askRights =
  (deps: Deps): AskRights =>
  async (actor) => {
    try {
      return actor.kind === 'user'
        ? await rightsOfPerson(deps, actor)
        : await rightsOfGuest(deps.clients, actor);
    } catch (error) {
      if (error instanceof AppError && LOST.has(error.code)) return null;
      throw error;
    }
  };

/** What the owners answer where there is no right; anything else says that it cannot be told. */
const LOST: ReadonlySet<string> = new Set(['not-found', 'link-not-valid']);

const rightsOfPerson = async (
  { clients, userSessions }: Deps,
  { userId, sessionId }: UserActor,
): Promise<PersonRights | null> => {
  const profile = await clients.identity.profile({ userId }, AS_GATEWAY);
  const found = await userSessions.byId(sessionId);
  if (!found || isOver(found, profile)) return null;
  const { account, isAdministrator, domains } = profile;
  const sharesEnabled = account.features.shares;
  return {
    kind: 'person',
    userId,
    accountId: account.id,
    isAdministrator,
    sharesEnabled,
    domainIds: new Set(domains.map(({ id }) => id)),
    receivedShareIds: sharesEnabled ? await sharesReceivedBy(clients, userId) : new Set(),
  };
};

const sharesReceivedBy = async ({ guest }: GatewayClients, userId: string): Promise<Set<string>> => {
  const { invitations } = await guest.allOfUser({ userId }, AS_GATEWAY);
  return new Set(invitations.map(({ shareId }) => shareId));
};

const rightsOfGuest = async (
  { guest, share }: GatewayClients,
  { invitationId, secretVersion, shareId }: GuestActor,
): Promise<GuestRights | null> => {
  const live = await guest.live({ invitationId, secretVersion }, AS_GATEWAY);
  const { isOpen, accountId } = await share.facts({ shareId }, AS_GATEWAY);
  if (!isOpen || live.shareId !== shareId) return null;
  return { kind: 'guest', invitationId, shareId, accountId, expiresAt: live.expiresAt };
};
