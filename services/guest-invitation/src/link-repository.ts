import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

/**
 * The hashes of the secrets that open an invitation. Each attempt to send its mail makes one, and all of them hold:
 * where the answer of a mail server was lost, nobody knows which of two mails the guest got.
 */
export const linkRepository = (client: TransactionOf<PrismaClient>) => ({
  links: {
    /** What a secret opens now; null as soon for one that never opened anything as for one that does not any more. */
    openedBy: async (secretHash: string): Promise<{ id: string; shareId: string } | null> => {
      const [found] = await client.$queryRaw<{ id: string; shareId: string }[]>`
        SELECT invitation.id, share_id AS "shareId" FROM link JOIN invitation ON invitation.id = invitation_id
        WHERE secret_hash = ${secretHash} AND removed_at IS NULL AND expires_at > now()`;
      return found ?? null;
    },
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
