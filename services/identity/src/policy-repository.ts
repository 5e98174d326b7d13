import { AccountPolicy, DomainPolicy } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { FIRST_POLICY, NO_OWN_POLICY } from './policy.ts';

/** The policies of accounts and domains, each a document: what an older one does not say is as at first. */
export const policyRepository = (client: TransactionOf<PrismaClient>) => ({
  ofAccount: async (accountId: string): Promise<AccountPolicy> => {
    const [row] = await client.$queryRaw<{ policy: object }[]>`
      SELECT policy FROM account_policy WHERE account_id = ${accountId}::uuid`;
    return AccountPolicy.parse({ ...FIRST_POLICY, ...row?.policy });
  },
  save: async (accountId: string, policy: AccountPolicy): Promise<void> => {
    await client.$executeRaw`
      INSERT INTO account_policy VALUES (${accountId}::uuid, ${JSON.stringify(policy)}::jsonb)
      ON CONFLICT (account_id) DO UPDATE SET policy = excluded.policy`;
  },
  ofDomain: async (domainId: string): Promise<DomainPolicy> => {
    const [row] = await client.$queryRaw<{ policy: object }[]>`
      SELECT policy FROM domain_policy WHERE domain_id = ${domainId}::uuid`;
    return DomainPolicy.parse({ ...NO_OWN_POLICY, ...row?.policy });
  },
  /** Those of the domains named that are of the account and have a policy of their own. */
  ofDomains: async (
    accountId: string,
    domainIds: readonly string[],
  ): Promise<{ domainId: string; policy: DomainPolicy }[]> => {
    const rows = await client.$queryRaw<{ domainId: string; policy: object }[]>`
      SELECT domain_policy.domain_id AS "domainId", policy
      FROM domain_policy JOIN domain ON domain.id = domain_policy.domain_id
      WHERE domain.account_id = ${accountId}::uuid AND domain.id = ANY (${domainIds}::uuid[])
      ORDER BY domain.id`;
    return rows.map(({ domainId, policy }) => ({
      domainId,
      policy: DomainPolicy.parse({ ...NO_OWN_POLICY, ...policy }),
    }));
  },
  /** Null for one that asks for nothing beside its account. */
  saveOfDomain: async (domainId: string, policy: DomainPolicy | null): Promise<void> => {
    if (policy === null)
      await client.$executeRaw`DELETE FROM domain_policy WHERE domain_id = ${domainId}::uuid`;
    else
      await client.$executeRaw`
        INSERT INTO domain_policy VALUES (${domainId}::uuid, ${JSON.stringify(policy)}::jsonb)
        ON CONFLICT (domain_id) DO UPDATE SET policy = excluded.policy`;
  },
});
