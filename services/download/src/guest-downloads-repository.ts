import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

/** How many downloads each guest began. To go on with one is not to begin. */
export const guestDownloadsRepository = (client: TransactionOf<PrismaClient>) => ({
  guestDownloads: {
    begunBy: async (invitationId: string): Promise<number> => {
      const [row] = await client.$queryRaw<{ started: number }[]>`
        SELECT started FROM guest_downloads WHERE invitation_id = ${invitationId}::uuid`;
      return row?.started ?? 0;
    },
    /** Counts one more, unless so many were begun; false then. Of all at once, no more than that are counted. */
    begin: async (invitationId: string, downloadsMax: number | null): Promise<boolean> => {
      const counted = await client.$executeRaw`
        INSERT INTO guest_downloads VALUES (${invitationId}::uuid, 1)
        ON CONFLICT (invitation_id) DO UPDATE SET started = guest_downloads.started + 1
          WHERE ${downloadsMax}::int IS NULL OR guest_downloads.started < ${downloadsMax}::int`;
      return counted > 0;
    },
  },
});
