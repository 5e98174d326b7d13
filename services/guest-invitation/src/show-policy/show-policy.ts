import type { SharePolicy, UserActor } from '@vitrine/contracts';
import { as } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { policyOfShare } from '../policy-of-share.ts';

/** What holds for whoever is invited to a share, for the person who manages it. */
export const showPolicy =
  ({ clients }: Pick<GuestDeps, 'clients'>) =>
  async ({ id }: { id: string }, actor: UserActor): Promise<SharePolicy> =>
    policyOfShare(clients, await clients.share.managedBy({ shareId: id }, as(actor)));
