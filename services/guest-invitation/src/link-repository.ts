import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';

/** What a secret opens. */
interface Opening {
  id: string;
  shareId: string;
  kind: 'internal' | 'external';
}

/**
 * The hashes of the secrets that open an invitation. Each attempt to send its mail makes one, and all of them hold:
 * where the answer of a mail server was lost, nobody knows which of two mails the guest got.
 */
export const linkRepository = (client: TransactionOf<PrismaClient>) => ({
  links: {
    /** What a secret opens now; null as soon for one that never opened anything as for one that does not any more. */
    openedBy: async (secretHash: string): Promise<Opening | null> => {
      const [found] = await client.$queryRaw<Opening[]>`
        SELECT invitation.id, share_id AS "shareId", kind FROM link JOIN invitation ON invitation.id = invitation_id
        WHERE secret_hash = ${secretHash} AND ended_at IS NULL AND removed_at IS NULL AND expires_at > now()`;
      return found ?? null;
    },
    add: async (invitationId: string, secretHash: string): Promise<void> => {
      await client.$executeRaw`INSERT INTO link VALUES (${secretHash}, ${invitationId}::uuid, now())`;
    },
    /** Kills every link of these invitations. */
    endAllOf: async (invitationIds: readonly string[]): Promise<void> => {
      await client.$executeRaw`
        UPDATE link SET ended_at = now()
        WHERE invitation_id = ANY (${[...invitationIds]}::uuid[]) AND ended_at IS NULL`;
    },
    /** A link that cannot have reached anybody. */
    end: async (secretHash: string): Promise<void> => {
      await client.$executeRaw`DELETE FROM link WHERE secret_hash = ${secretHash}`;
    },
    /** The invitations that these ever opened, dead ones and removed ones among them. */
    everOf: async (secretHashes: readonly string[]): Promise<string[]> => {
      const rows = await client.$queryRaw<{ id: string }[]>`
        SELECT DISTINCT invitation_id AS id FROM link
        WHERE secret_hash = ANY (${[...secretHashes]}::text[]) ORDER BY invitation_id`;
      return rows.map(({ id }) => id);
    },
  },
  linkRequests: {
    /** The same work for what never was a link: nothing is looked up, and nobody is waited for. */
    add: async (secretHash: string): Promise<void> => {
      await client.$executeRaw`INSERT INTO link_request (secret_hash) VALUES (${secretHash})`;
    },
    /** Takes those that wait, oldest first; they are gone with the transaction. */
    take: async (most: number): Promise<string[]> => {
      const rows = await client.$queryRaw<{ secretHash: string }[]>`
        DELETE FROM link_request WHERE id IN (
          SELECT id FROM link_request ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED)
        RETURNING secret_hash AS "secretHash"`;
      return rows.map(({ secretHash }) => secretHash);
    },
  },
});
