import { ToldLanguage } from '@vitrine/contracts';
import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { literally } from './like-repository.ts';
import { managedUser, managedUsers } from './managed-repository.ts';
import { conflictOn } from './taken-repository.ts';
import type { User } from './user.ts';

type Client = TransactionOf<PrismaClient>;
type Row = Omit<User, 'domainIds' | 'language'> & {
  language: string | null;
  memberships: { domainId: string }[];
};

/** A user as colleagues see one. */
export interface Colleague {
  id: string;
  name: string;
  email: string;
}

export const userRepository = (client: Client) => ({
  ...writing(client),
  ...reading(client),
});

const memberships = { memberships: { select: { domainId: true }, orderBy: { domainId: 'asc' } } } as const;

const writing = (client: Client) => ({
  add: async ({ domainIds, ...row }: User): Promise<void> => {
    await conflictOn('email', client.user.create({ data: row }));
    await client.membership.createMany({ data: domainIds.map((domainId) => ({ userId: row.id, domainId })) });
  },
  save: async ({ domainIds, ...row }: User): Promise<void> => {
    const userId = row.id;
    await client.user.update({ where: { id: userId }, data: row });
    await client.membership.deleteMany({ where: { userId, domainId: { notIn: domainIds } } });
    await client.membership.createMany({
      data: domainIds.map((domainId) => ({ userId, domainId })),
      skipDuplicates: true,
    });
  },
  /** Keeps others from changing it until the transaction ends. */
  locked: async (id: string): Promise<User | null> => {
    await client.$queryRaw`SELECT FROM person WHERE id = ${id}::uuid FOR UPDATE`;
    return userOf(await client.user.findUnique({ where: { id }, include: memberships }));
  },
});

const reading = (client: Client) => ({
  managed: managedUsers(client),
  managedById: managedUser(client),
  /** Whether somebody else of the account is an administrator and can sign in. */
  hasOtherAdministrator: async ({ id, accountId }: Pick<User, 'id' | 'accountId'>): Promise<boolean> => {
    const other = { accountId, id: { not: id }, isAdministrator: true, disabledAt: null };
    return (await client.user.count({ where: other })) > 0;
  },
  byId: async (id: string): Promise<User | null> =>
    userOf(await client.user.findUnique({ where: { id }, include: memberships })),
  byEmail: async (email: string): Promise<User | null> =>
    userOf(await client.user.findUnique({ where: { email }, include: memberships })),
  /** Enabled users of the account whose name or address contains the text, as people sort names. */
  search: (query: { accountId: string; text: string; limit: number }): Promise<Colleague[]> => {
    const pattern = `%${literally(query.text)}%`;
    return client.$queryRaw<Colleague[]>`
      SELECT id, name, email::text FROM person
      WHERE account_id = ${query.accountId}::uuid AND disabled_at IS NULL
        AND (unaccent(name) ILIKE unaccent(${pattern}) OR email::text ILIKE ${pattern})
      ORDER BY name COLLATE "und-x-icu", id
      LIMIT ${query.limit}`;
  },
  /** Enabled users of the account with one of these ids or addresses. */
  named: (query: { accountId: string; userIds: string[]; emails: string[] }): Promise<Colleague[]> =>
    client.$queryRaw<Colleague[]>`
      SELECT id, name, email::text FROM person
      WHERE account_id = ${query.accountId}::uuid AND disabled_at IS NULL
        AND (id = ANY(${query.userIds}::uuid[]) OR email = ANY(${query.emails}::citext[]))
      ORDER BY name COLLATE "und-x-icu", id`,
});

const userOf = (row: Row | null): User | null => {
  if (row === null) return null;
  const { memberships: rows, language, ...facts } = row;
  return {
    ...facts,
    language: ToldLanguage.parse(language),
    domainIds: rows.map(({ domainId }) => domainId),
  };
};
