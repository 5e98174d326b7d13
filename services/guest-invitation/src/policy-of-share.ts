import { type ShareFacts, type SharePolicy, sharePolicy } from '@vitrine/contracts';
import { AS_GUEST_INVITATION, type GuestClients } from './clients.ts';

/** What holds for whoever is invited to a share: the strictest of its account and of the domains whose assets it holds. */
export const policyOfShare = async (
  clients: GuestClients,
  { shareId, accountId }: Pick<ShareFacts, 'shareId' | 'accountId'>,
): Promise<SharePolicy> => {
  const { domainIds } = await clients.share.domains({ shareId }, AS_GUEST_INVITATION);
  return policyOfDomains(clients, accountId, domainIds);
};

/** The same where it is known already what the share will hold. */
export const policyOfDomains = async (
  { identity }: Pick<GuestClients, 'identity'>,
  accountId: string,
  domainIds: string[],
): Promise<SharePolicy> =>
  sharePolicy(await identity.invitationPolicies({ accountId, domainIds }, AS_GUEST_INVITATION));
