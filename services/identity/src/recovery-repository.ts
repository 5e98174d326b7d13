import { MailLanguage } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import type { Recovery } from './recovery.ts';

/** An address that somebody says to be theirs. */
export interface RecoveryRequest {
  email: string;
  language: MailLanguage;
  requestedAt: Date;
}

type Row = Omit<RecoveryRequest, 'language'> & { language: string };

/** Who forgot a password, and by what another is set. */
export const recoveryRepository = (client: TransactionOf<PrismaClient>) => ({
  requests: {
    /** The same work for what is nobody's address: nothing is looked up, and nobody is waited for. */
    add: async ({ email, language, requestedAt }: RecoveryRequest): Promise<void> => {
      await client.$executeRaw`
        INSERT INTO recovery_request (email, language, requested_at) VALUES (${email}, ${language}, ${requestedAt})`;
    },
    /** Takes those that wait, oldest first; they are gone with the transaction. */
    take: async (most: number): Promise<RecoveryRequest[]> => {
      const rows = await client.$queryRaw<Row[]>`
        DELETE FROM recovery_request WHERE id IN (
          SELECT id FROM recovery_request ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED)
        RETURNING email, language, requested_at AS "requestedAt"`;
      return rows.map((row) => ({ ...row, language: MailLanguage.catch('en').parse(row.language) }));
    },
  },
  add: async ({ id, userId, requestedAt, secretHash, endsAt }: Recovery): Promise<void> => {
    await client.$executeRaw`
      INSERT INTO recovery (id, user_id, requested_at, secret_hash, ends_at)
      VALUES (${id}::uuid, ${userId}::uuid, ${requestedAt}, ${secretHash}, ${endsAt})`;
  },
  /** How many were asked for since; what ended before is forgotten by the way. */
  countSince: async (userId: string, since: Date): Promise<number> => {
    await client.$executeRaw`
      DELETE FROM recovery WHERE user_id = ${userId}::uuid AND requested_at <= ${since} AND ends_at <= ${since}`;
    const [row] = await client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM recovery WHERE user_id = ${userId}::uuid AND requested_at > ${since}`;
    return row?.count ?? 0;
  },
  /** Makes that the secret of one that can still be used. Tells whether there is one. */
  give: async (id: string, secretHash: string, at: { now: Date; endsAt: Date }): Promise<boolean> => {
    const given = await client.$executeRaw`
      UPDATE recovery SET secret_hash = ${secretHash}, ends_at = ${at.endsAt}
      WHERE id = ${id}::uuid AND ends_at > ${at.now}`;
    return given > 0;
  },
  /** Whose secret that is, now. */
  userIdOf: async (secretHash: string, now: Date): Promise<string | null> => {
    const [row] = await client.$queryRaw<{ userId: string }[]>`
      SELECT user_id AS "userId" FROM recovery WHERE secret_hash = ${secretHash} AND ends_at > ${now}`;
    return row?.userId ?? null;
  },
  /** None of that person opens anything any more. Those of the hour stay counted. */
  endAllOf: async (userId: string, now: Date): Promise<void> => {
    await client.$executeRaw`
      UPDATE recovery SET secret_hash = NULL, ends_at = ${now}
      WHERE user_id = ${userId}::uuid AND ends_at > ${now}`;
  },
});
