import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

/** An addition is committed within 30 s of its question, or never: no transaction of a service lasts longer. */
const SETTLED_SECONDS = 60;

/** Of which domains share was told that their assets are for the guests of a share (decision 064). */
export const promisedDomainRepository = (client: TransactionOf<PrismaClient>) => ({
  promisedDomains: {
    keep: async (shareId: string, domainIds: readonly string[]): Promise<void> => {
      await client.$executeRaw`
        INSERT INTO promised_domain (share_id, domain_id, promised_at)
        SELECT ${shareId}::uuid, domain_id, clock_timestamp() FROM unnest(${domainIds}::uuid[]) AS domain_id
        ON CONFLICT (share_id, domain_id) DO UPDATE SET promised_at = excluded.promised_at`;
    },
    /** Those whose addition may not have been seen by whoever asked share at that instant, or later. */
    unsettledAt: async (shareId: string, askedAt: Date): Promise<string[]> => {
      const since = new Date(askedAt.getTime() - SETTLED_SECONDS * 1_000);
      const rows = await client.promisedDomain.findMany({ where: { shareId, promisedAt: { gte: since } } });
      return rows.map(({ domainId }) => domainId);
    },
    removeAllOf: async (shareId: string): Promise<void> => {
      await client.promisedDomain.deleteMany({ where: { shareId } });
    },
  },
});
