import { type ShareFacts, type SharePolicy, type UserActor, sharePolicy } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { AS_GUEST_INVITATION, type GuestClients } from './clients.ts';
import type { GuestDeps } from './deps.ts';
import type { GuestTransaction } from './invitation-repository.ts';

type Member = Pick<UserActor, 'isAdministrator' | 'domainIds'>;
type Share = Pick<ShareFacts, 'shareId' | 'accountId'>;

/**
 * Nobody hands out what they do not have: an owner who left a domain of the share gives nobody access to it, themselves
 * under another address included (decision 080). Administrators belong to a domain when they want to.
 * @throws AppError `assets-not-yours`
 */
export const assertOwnDomains = (actor: Member, domainIds: readonly string[]): void => {
  if (!areOwnDomains(actor, domainIds)) throw new AppError('assets-not-yours');
};

export const areOwnDomains = (
  { isAdministrator, domainIds: own }: Member,
  domainIds: readonly string[],
): boolean => isAdministrator || domainIds.every((id) => own.includes(id));

/** What holds for whoever is invited to a share: the strictest of its account and of the domains whose assets it holds. */
export const policyOfDomains = async (
  { identity }: Pick<GuestClients, 'identity'>,
  accountId: string,
  domainIds: string[],
): Promise<SharePolicy> =>
  sharePolicy(await identity.invitationPolicies({ accountId, domainIds }, AS_GUEST_INVITATION));

/**
 * Does what gives a guest something by the policy of the share, in a transaction in which that policy holds: assets that
 * are being added to the share meanwhile count as well. Share asks about the guests under the same lock, so either it
 * sees what is done here, or its domains are seen here (decision 064).
 */
export const underPolicyOfShare = async <Answer>(
  { database, clients }: Pick<GuestDeps, 'database' | 'clients'>,
  share: Share,
  work: (transaction: GuestTransaction, policy: SharePolicy, domainIds: readonly string[]) => Promise<Answer>,
): Promise<Answer> => {
  const { shareId, accountId } = share;
  const attempt = async (alsoIds: readonly string[]): Promise<Answer> => {
    const askedAt = await database.repositories.databaseNow();
    const held = await clients.share.domains({ shareId }, AS_GUEST_INVITATION);
    const domainIds = [...new Set([...held.domainIds, ...alsoIds])];
    const policy = await policyOfDomains(clients, accountId, domainIds);
    const outcome = await database.inTransaction(async (transaction) => {
      await transaction.invitations.lockShare(shareId);
      const promised = await transaction.promisedDomains.unsettledAt(shareId, askedAt);
      const isCovered = promised.every((id) => domainIds.includes(id));
      return isCovered ? { answer: await work(transaction, policy, domainIds) } : { promised };
    });
    return 'answer' in outcome ? outcome.answer : attempt([...domainIds, ...outcome.promised]);
  };
  return attempt([]);
};
