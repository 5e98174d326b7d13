import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { PrismaClient } from '../prisma/generated/client.ts';
import { literally } from './like-repository.ts';

type Client = TransactionOf<PrismaClient>;

/** A user as administrators see one. */
export interface ManagedUserRow {
  id: string;
  name: string;
  email: string;
  isAdministrator: boolean;
  isEnabled: boolean;
  domains: { id: string; name: string }[];
  createdAt: Date;
}

/** A domain as administrators see one. */
export interface ManagedDomainRow {
  id: string;
  name: string;
  memberCount: number;
  hasOwnPolicy: boolean;
  createdAt: Date;
}

interface PageQuery {
  accountId: string;
  /** A part of what is looked for; empty for everything. */
  text: string;
  /** The last of the page before. */
  after: { name: string; id: string } | undefined;
  limit: number;
}

const USER = Prisma.sql`
  SELECT person.id, person.name, person.email::text, person.is_administrator AS "isAdministrator",
    person.disabled_at IS NULL AS "isEnabled", person.created_at AS "createdAt",
    COALESCE((
      SELECT json_agg(json_build_object('id', domain.id, 'name', domain.name::text)
        ORDER BY domain.name::text COLLATE "und-x-icu", domain.id)
      FROM membership JOIN domain ON domain.id = membership.domain_id WHERE membership.user_id = person.id
    ), '[]') AS domains
  FROM person`;

const DOMAIN = Prisma.sql`
  SELECT domain.id, domain.name::text, domain.created_at AS "createdAt", (
    SELECT count(*)::int FROM membership JOIN person ON person.id = membership.user_id
    WHERE membership.domain_id = domain.id AND person.disabled_at IS NULL
  ) AS "memberCount",
    EXISTS (SELECT FROM domain_policy WHERE domain_id = domain.id) AS "hasOwnPolicy"
  FROM domain`;

/** Users page by page, disabled ones too, as people sort names. */
export const managedUsers =
  (client: Client) =>
  ({ accountId, text, domainId, after, limit }: PageQuery & { domainId: string | undefined }) => {
    const pattern = `%${literally(text)}%`;
    return client.$queryRaw<ManagedUserRow[]>`${USER}
      WHERE person.account_id = ${accountId}::uuid
        AND (unaccent(person.name) ILIKE unaccent(${pattern}) OR person.email::text ILIKE ${pattern})
        ${domainId === undefined ? Prisma.empty : Prisma.sql`AND ${isMember(domainId)}`}
        ${after ? Prisma.sql`AND ${isAfter(Prisma.sql`person.name`, Prisma.sql`person.id`, after)}` : Prisma.empty}
      ORDER BY person.name COLLATE "und-x-icu", person.id
      LIMIT ${limit}`;
  };

export const managedUser =
  (client: Client) =>
  async (id: string): Promise<ManagedUserRow | null> => {
    const rows = await client.$queryRaw<ManagedUserRow[]>`${USER} WHERE person.id = ${id}::uuid`;
    return rows[0] ?? null;
  };

/** Domains page by page, as people sort names. */
export const managedDomains =
  (client: Client) =>
  ({ accountId, text, after, limit }: PageQuery) => {
    const pattern = `%${literally(text)}%`;
    return client.$queryRaw<ManagedDomainRow[]>`${DOMAIN}
      WHERE domain.account_id = ${accountId}::uuid AND unaccent(domain.name::text) ILIKE unaccent(${pattern})
        ${after ? Prisma.sql`AND ${isAfter(Prisma.sql`domain.name::text`, Prisma.sql`domain.id`, after)}` : Prisma.empty}
      ORDER BY domain.name::text COLLATE "und-x-icu", domain.id
      LIMIT ${limit}`;
  };

export const managedDomain =
  (client: Client) =>
  async (id: string): Promise<ManagedDomainRow | null> => {
    const rows = await client.$queryRaw<ManagedDomainRow[]>`${DOMAIN} WHERE domain.id = ${id}::uuid`;
    return rows[0] ?? null;
  };

const isMember = (domainId: string): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM membership WHERE user_id = person.id AND domain_id = ${domainId}::uuid)`;

const isAfter = (name: Prisma.Sql, id: Prisma.Sql, after: { name: string; id: string }): Prisma.Sql =>
  Prisma.sql`(${name} COLLATE "und-x-icu", ${id}) > (${after.name}::text COLLATE "und-x-icu", ${after.id}::uuid)`;
