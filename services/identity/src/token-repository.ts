import { TokenScope } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import type { Token } from './token.ts';

type Row = Omit<Token, 'scopes'> & { scopes: string[] };

/** The tokens of people. One that has ended by itself is as if it were not there. */
export const tokenRepository = (client: TransactionOf<PrismaClient>) => ({
  add: async (token: Token): Promise<void> => {
    await client.$executeRaw`
      INSERT INTO api_token (id, user_id, name, scopes, secret_hash, created_at, expires_at)
      VALUES (${token.id}::uuid, ${token.userId}::uuid, ${token.name}, ${token.scopes}::text[], ${token.secretHash},
        ${token.createdAt}, ${token.expiresAt})`;
  },
  /** Newest first. */
  ofUser: async (userId: string, now: Date): Promise<Token[]> =>
    (
      await client.$queryRaw<Row[]>`
        SELECT id, user_id AS "userId", name, scopes, secret_hash AS "secretHash", created_at AS "createdAt",
          expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
        FROM api_token WHERE user_id = ${userId}::uuid AND expires_at > ${now} ORDER BY created_at DESC, id DESC`
    ).map(tokenOf),
  /** The token of that secret, used now: which is written when it was not within a minute. */
  use: async (secretHash: string, now: Date): Promise<Pick<Token, 'id' | 'userId' | 'scopes'> | null> => {
    const [row] = await client.$queryRaw<Row[]>`
      SELECT id, user_id AS "userId", scopes, last_used_at AS "lastUsedAt"
      FROM api_token WHERE secret_hash = ${secretHash} AND expires_at > ${now}`;
    if (!row) return null;
    const noted = new Date(now.getTime() - USE_NOTED_MS);
    if (row.lastUsedAt === null || row.lastUsedAt <= noted)
      await client.$executeRaw`UPDATE api_token SET last_used_at = ${now} WHERE id = ${row.id}::uuid`;
    return tokenOf(row);
  },
  /** Whether there was one of that person. */
  remove: async (userId: string, id: string): Promise<boolean> =>
    (await client.$executeRaw`DELETE FROM api_token WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`) >
    0,
  removeAllOf: async (userId: string): Promise<void> => {
    await client.$executeRaw`DELETE FROM api_token WHERE user_id = ${userId}::uuid`;
  },
  removeEndedOf: async (userId: string, now: Date): Promise<void> => {
    await client.$executeRaw`DELETE FROM api_token WHERE user_id = ${userId}::uuid AND expires_at <= ${now}`;
  },
});

const USE_NOTED_MS = 60_000;

const tokenOf = (row: Row): Token => ({ ...row, scopes: TokenScope.array().parse(row.scopes) });
