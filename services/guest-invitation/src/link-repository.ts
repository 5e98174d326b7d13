import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

/**
 * The hashes of the secrets that open an invitation. Each attempt to send its mail makes one, and all of them hold:
 * where the answer of a mail server was lost, nobody knows which of two mails the guest got.
 */
export const linkRepository = (client: TransactionOf<PrismaClient>) => ({
  links: {
    add: async (invitationId: string, secretHash: string): Promise<void> => {
      await client.$executeRaw`INSERT INTO link VALUES (${secretHash}, ${invitationId}::uuid, now())`;
    },
    /** Kills every link of these invitations. */
    endAllOf: async (invitationIds: readonly string[]): Promise<void> => {
      await client.$executeRaw`DELETE FROM link WHERE invitation_id = ANY (${[...invitationIds]}::uuid[])`;
    },
    /** A link that cannot have reached anybody. */
    end: async (secretHash: string): Promise<void> => {
      await client.$executeRaw`DELETE FROM link WHERE secret_hash = ${secretHash}`;
    },
  },
});
