import { isDeepStrictEqual } from 'node:util';
import type { DomainPolicy } from '@vitrine/contracts';
import { type Authority, within } from '../authority.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { type DomainPolicyChanges, NO_OWN_POLICY, withChanges } from '../policy.ts';

/** Changes what is named and leaves the rest, whoever else changes something of the domain at the same time. */
export const changeDomainPolicy =
  ({ inTransaction }: Pick<ChangeDeps, 'inTransaction'>) =>
  (
    { domainId, ...changes }: DomainPolicyChanges & { domainId: string },
    authority: Authority,
  ): Promise<DomainPolicy> =>
    inTransaction(async ({ domains, policies }) => {
      found(within(authority, await domains.locked(domainId)), 'domain');
      const policy = withChanges(await policies.ofDomain(domainId), changes);
      const isNone = isDeepStrictEqual(policy, NO_OWN_POLICY);
      await policies.saveOfDomain(domainId, isNone ? null : policy);
      return policy;
    });
