import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

/** By whom a provider knows somebody. */
export interface ExternalIdentity {
  issuer: string;
  /** Unique with that provider, and never given to somebody else. */
  subject: string;
}

const KEY = 'external identity';

/** Whom providers know, and which memberships they gave. */
export const externalRepository = (client: TransactionOf<PrismaClient>) => ({
  /** Whose it is; keeps others who sign in as the same waiting until the transaction ends. */
  lockedUserId: async ({ issuer, subject }: ExternalIdentity): Promise<string | null> => {
    await client.$executeRaw`
      SELECT pg_advisory_xact_lock(hashtextextended(${`${KEY} ${issuer} ${subject}`}, 0))`;
    const row = await client.externalIdentity.findUnique({ where: { issuer_subject: { issuer, subject } } });
    return row?.userId ?? null;
  },
  /** Whether any provider knows that user of ours. */
  hasAny: async (userId: string): Promise<boolean> =>
    (await client.externalIdentity.count({ where: { userId } })) > 0,
  link: async ({ issuer, subject }: ExternalIdentity, userId: string): Promise<void> => {
    await client.externalIdentity.create({ data: { issuer, subject, userId } });
  },
  claimedOf: async (userId: string): Promise<string[]> => {
    const rows = await client.claimedMembership.findMany({ where: { userId } });
    return rows.map(({ domainId }) => domainId);
  },
  setClaimed: async (userId: string, domainIds: readonly string[]): Promise<void> => {
    await client.claimedMembership.deleteMany({ where: { userId } });
    await client.claimedMembership.createMany({ data: domainIds.map((domainId) => ({ userId, domainId })) });
  },
});
