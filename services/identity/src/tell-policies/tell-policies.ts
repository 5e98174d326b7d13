import { InvitationPolicy, policyWithin } from '@vitrine/contracts';
import type { ReadDeps } from '../deps.ts';

interface Policies {
  readonly account: InvitationPolicy;
  readonly domains: { domainId: string; policy: InvitationPolicy }[];
}

/** The policy of an account, and of those of the domains that ask for more: as it holds within the account. */
export const tellPolicies =
  ({ repositories: { policies } }: ReadDeps) =>
  async ({ accountId, domainIds }: { accountId: string; domainIds: string[] }): Promise<Policies> => {
    const account = InvitationPolicy.parse(await policies.ofAccount(accountId));
    const own = await policies.ofDomains(accountId, domainIds);
    const domains = own.map(({ domainId, policy }) => ({ domainId, policy: policyWithin(account, policy) }));
    return { account, domains };
  };
