import type { SharePolicy, UserActor } from '@vitrine/contracts';
import { AS_GUEST_INVITATION, as } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { areOwnDomains, policyOfDomains } from '../policy-of-share.ts';

/** What holds for whoever is invited to a share, for the person who manages it, and whether they may invite at all. */
export const showPolicy =
  ({ clients }: Pick<GuestDeps, 'clients'>) =>
  async (
    { id: shareId }: { id: string },
    actor: UserActor,
  ): Promise<SharePolicy & { areAssetsYours: boolean }> => {
    const { accountId } = await clients.share.managedBy({ shareId }, as(actor));
    const { domainIds } = await clients.share.domains({ shareId }, AS_GUEST_INVITATION);
    const policy = await policyOfDomains(clients, accountId, domainIds);
    return { ...policy, areAssetsYours: areOwnDomains(actor, domainIds) };
  };
