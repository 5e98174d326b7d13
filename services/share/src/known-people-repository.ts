import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

type Client = TransactionOf<PrismaClient>;

/** What identity told of accounts and users, the newest that we heard of each. */
export const knownPeopleRepository = (client: Client) => ({
  accounts: {
    keep: async (account: { accountId: string; version: number; sharesEnabled: boolean }): Promise<void> => {
      await client.$executeRaw`
        INSERT INTO known_account VALUES (${account.accountId}::uuid, ${account.version}, ${account.sharesEnabled})
        ON CONFLICT (account_id) DO UPDATE
        SET version = excluded.version, shares_enabled = excluded.shares_enabled
        WHERE known_account.version < excluded.version`;
    },
    /** An account that we never heard of has no shares. */
    hasShares: async (accountId: string): Promise<boolean> => {
      const account = await client.knownAccount.findUnique({ where: { accountId } });
      return account?.sharesEnabled ?? false;
    },
  },
  users: {
    keep: async (user: { userId: string; version: number; isDisabled: boolean }): Promise<void> => {
      await client.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${user.userId}, 0))`;
      await client.$executeRaw`
        INSERT INTO known_user VALUES (${user.userId}::uuid, ${user.version}, ${user.isDisabled})
        ON CONFLICT (user_id) DO UPDATE SET version = excluded.version, is_disabled = excluded.is_disabled
        WHERE known_user.version < excluded.version`;
    },
    /** Whether a user is disabled; stays the answer until the transaction ends. */
    isDisabled: async (userId: string): Promise<boolean> => {
      await client.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${userId}, 0))`;
      const user = await client.knownUser.findUnique({ where: { userId } });
      return user?.isDisabled ?? false;
    },
  },
});
