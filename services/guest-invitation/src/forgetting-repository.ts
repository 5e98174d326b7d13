import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

type Client = TransactionOf<PrismaClient>;

/** Guests whose invitations are over, and what is kept of them. */
export const forgettingRepository = (client: Client) => ({
  forgetting: {
    /** The accounts that have external guests whose invitations were over yesterday. */
    accounts: async (): Promise<string[]> => {
      const rows = await client.$queryRaw<{ accountId: string }[]>`
        SELECT DISTINCT account_id AS "accountId" FROM invitation
        WHERE kind = 'external' AND forgotten_at IS NULL
          AND LEAST(removed_at, expires_at) <= now() - interval '1 day'`;
      return rows.map(({ accountId }) => accountId);
    },
    /** External guests whose invitations are over for so many days, locked; others may be at work on the rest. */
    lockedIds: async (accountId: string, days: number, most: number): Promise<string[]> => {
      const rows = await client.$queryRaw<{ id: string }[]>`
        SELECT id FROM invitation
        WHERE account_id = ${accountId}::uuid AND kind = 'external' AND forgotten_at IS NULL
          AND LEAST(removed_at, expires_at) <= now() - make_interval(days => ${days}::int)
        ORDER BY expires_at LIMIT ${most} FOR UPDATE SKIP LOCKED`;
      return rows.map(({ id }) => id);
    },
    /** Removes what mails, codes, links and what they read in tell of them: a mail server's answer names whom it does not know. */
    clearTraces: async (ids: readonly string[]): Promise<void> => {
      const invitationId = { in: [...ids] };
      await client.mailSend.updateMany({ where: { invitationId }, data: { error: null } });
      await client.guestCode.deleteMany({ where: { invitationId } });
      await client.link.deleteMany({ where: { invitationId } });
      await client.guestReading.deleteMany({ where: { invitationId } });
    },
  },
});
