import { type MailLanguage, ToldLanguage } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { Prisma, type PrismaClient } from '../prisma/generated/client.ts';
import type { KnownUser } from './guest.ts';

type Client = TransactionOf<PrismaClient>;

/** A user as identity told of one. */
export interface ToldUser {
  userId: string;
  accountId: string;
  version: number;
  email: string;
  name: string;
  language: MailLanguage | null;
}

const ofOne = (client: Client) => ({
  /** What the user used the page in last; null where that is not known. */
  languageOf: async (userId: string): Promise<MailLanguage | null> =>
    ToldLanguage.parse((await client.knownUser.findUnique({ where: { userId } }))?.language),
  /** Whether we heard of a user that there is no signing in any more. */
  isDisabled: async (userId: string): Promise<boolean> =>
    (await client.knownUser.count({ where: { userId, isDisabled: true } })) > 0,
});

const deletedShares = (client: Client) => ({
  keep: async (shareId: string): Promise<void> => {
    await client.$executeRaw`INSERT INTO deleted_share VALUES (${shareId}::uuid) ON CONFLICT DO NOTHING`;
  },
  has: async (shareId: string): Promise<boolean> =>
    (
      await client.$queryRaw<unknown[]>(
        Prisma.sql`SELECT 1 FROM deleted_share WHERE share_id = ${shareId}::uuid`,
      )
    ).length > 0,
});

/** What others told of users and of shares that are gone, the newest that we heard of each. */
export const knownPeopleRepository = (client: Client) => ({
  users: {
    ...ofOne(client),
    /** Tells whether it was news. */
    keep: async ({ userId, accountId, version, email, name, language }: ToldUser): Promise<boolean> => {
      const kept = await client.$executeRaw`
        INSERT INTO known_user (user_id, account_id, version, email, name, is_disabled, language)
        VALUES (${userId}::uuid, ${accountId}::uuid, ${version}, ${email}, ${name}, false, ${language})
        ON CONFLICT (user_id) DO UPDATE SET
          version = excluded.version, email = excluded.email, name = excluded.name, is_disabled = false,
          language = excluded.language
        WHERE known_user.version < excluded.version`;
      return kept > 0;
    },
    disable: async (user: Pick<ToldUser, 'userId' | 'accountId' | 'version'>): Promise<void> => {
      await client.$executeRaw`
        INSERT INTO known_user (user_id, account_id, version, email, name, is_disabled)
        VALUES (${user.userId}::uuid, ${user.accountId}::uuid, ${user.version}, '', '', true)
        ON CONFLICT (user_id) DO UPDATE SET version = excluded.version, is_disabled = true
        WHERE known_user.version < excluded.version`;
    },
    /** Those of the ids that we heard of, disabled users among them. */
    heardOf: async (userIds: readonly string[]): Promise<Set<string>> => {
      const rows = await client.$queryRaw<{ id: string }[]>`
        SELECT user_id AS id FROM known_user WHERE user_id = ANY (${[...userIds]}::uuid[])`;
      return new Set(rows.map(({ id }) => id));
    },
    /** Enabled users of the account, by id or by address. */
    find: async (
      accountId: string,
      userIds: readonly string[],
      emails: readonly string[],
    ): Promise<KnownUser[]> =>
      client.$queryRaw<KnownUser[]>`
        SELECT user_id AS id, email, name FROM known_user
        WHERE account_id = ${accountId}::uuid AND NOT is_disabled
          AND (user_id = ANY (${[...userIds]}::uuid[])
            OR lower(email) = ANY (${emails.map((email) => email.toLowerCase())}::text[]))`,
  },
  deletedShares: deletedShares(client),
});
