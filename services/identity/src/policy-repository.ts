import { AccountPolicy } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { FIRST_POLICY } from './policy.ts';

/** The policies of accounts, each a document: what an older one does not say is as at first. */
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
});
