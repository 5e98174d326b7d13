import type { HoldingShare } from '@vitrine/contracts';
import {
  type InTransaction,
  type TransactionOf,
  defineDatabase,
} from '@vitrine/platform/database/define-database.ts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { Prisma, PrismaClient } from '../prisma/generated/client.ts';
import { knownAssetRepository } from './known-asset-repository.ts';
import { knownPeopleRepository } from './known-people-repository.ts';
import { shareAssetRepository } from './share-asset-repository.ts';
import type { Share } from './share.ts';

type Client = TransactionOf<PrismaClient>;

export type ShareRepositories = ReturnType<typeof repositories>;
/** What a unit of work is handed. */
export type ShareTransaction = InTransaction<ShareRepositories>;
export type ShareDatabase = Pick<Database<ShareRepositories>, 'inTransaction' | 'repositories'>;

/** Which shares a list holds: newest change first, from a place on. */
export interface ShareQuery {
  readonly accountId: string;
  readonly whose: { readonly ownerId: string } | { readonly openAmong: readonly string[] };
  readonly q: string;
  readonly after: { readonly updatedAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

export const shareDatabase = defineDatabase({
  migrations: new URL('../prisma/migrations', import.meta.url),
  createClient: (options) => new PrismaClient(options),
  repositories,
});

function repositories(client: TransactionOf<PrismaClient>) {
  return {
    ...shareRepository(client),
    ...shareAssetRepository(client),
    ...knownAssetRepository(client),
    ...knownPeopleRepository(client),
  };
}

const shareRepository = (client: Client) => ({
  shares: {
    add: async (share: Share): Promise<void> => {
      await client.share.create({ data: { ...share } });
    },
    save: async ({ id, ...state }: Share): Promise<void> => {
      await client.share.update({ where: { id }, data: state });
    },
    /** Leaves the row, so that its id is never anything else. */
    end: async ({ id, ...state }: Share): Promise<void> => {
      await client.share.update({ where: { id }, data: { ...state, deletedAt: state.updatedAt } });
    },
    byId: (id: string): Promise<Share | null> => existing(client, id),
    /** As it is when nobody else changes it, until the transaction ends. */
    locked: async (id: string): Promise<Share | null> => {
      await client.$queryRaw`SELECT id FROM share WHERE id = ${id}::uuid FOR UPDATE`;
      return existing(client, id);
    },
    /** Shares that hold an asset, locked. */
    lockedHolding: (assetId: string): Promise<Share[]> =>
      lockedShares(
        client,
        Prisma.sql`id IN (SELECT share_id FROM share_asset WHERE asset_id = ${assetId}::uuid)`,
      ),
    /** The shares that hold one of the assets. */
    holding: (assetIds: readonly string[]): Promise<HoldingShare[]> => client.$queryRaw<HoldingShare[]>`
      SELECT id AS "shareId", account_id AS "accountId", owner_id AS "ownerId", enabled FROM share
      WHERE deleted_at IS NULL
        AND id IN (SELECT share_id FROM share_asset WHERE asset_id = ANY (${assetIds}::uuid[]))`,
    /** The shares of an owner that are switched on, locked. */
    lockedEnabledOf: (ownerId: string): Promise<Share[]> =>
      lockedShares(client, Prisma.sql`owner_id = ${ownerId}::uuid AND enabled`),
    page: (query: ShareQuery): Promise<Share[]> => pageOfShares(client, query),
    ownsAny: async (ownerId: string): Promise<boolean> =>
      (await client.share.findFirst({ where: { ownerId, deletedAt: null }, select: { id: true } })) !== null,
  },
});

const COLUMNS = {
  id: true,
  accountId: true,
  ownerId: true,
  ownerName: true,
  ownerEmail: true,
  version: true,
  title: true,
  description: true,
  enabled: true,
  invitationMessage: true,
  guestsNamedAt: true,
  codeRequired: true,
  downloadsMax: true,
  createdAt: true,
  updatedAt: true,
} as const;

const existing = (client: Client, id: string): Promise<Share | null> =>
  client.share.findUnique({ where: { id, deletedAt: null }, select: COLUMNS });

const lockedShares = async (client: Client, condition: Prisma.Sql): Promise<Share[]> => {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT id FROM share WHERE deleted_at IS NULL AND ${condition} ORDER BY id FOR UPDATE`;
  return client.share.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: COLUMNS });
};

const pageOfShares = async (
  client: Client,
  { accountId, whose, q, after, limit }: ShareQuery,
): Promise<Share[]> => {
  const mine =
    'ownerId' in whose
      ? Prisma.sql`owner_id = ${whose.ownerId}::uuid`
      : Prisma.sql`enabled AND id = ANY (${whose.openAmong}::uuid[])`;
  const beyond =
    after === undefined
      ? Prisma.sql`true`
      : Prisma.sql`(updated_at, id) < (${after.updatedAt}::timestamptz, ${after.id}::uuid)`;
  return client.$queryRaw<Share[]>`
    SELECT id, account_id AS "accountId", owner_id AS "ownerId", owner_name AS "ownerName",
           owner_email AS "ownerEmail", version, title, description, enabled,
           invitation_message AS "invitationMessage", guests_named_at AS "guestsNamedAt",
           code_required AS "codeRequired", downloads_max AS "downloadsMax", created_at AS "createdAt", updated_at AS "updatedAt"
    FROM share
    WHERE deleted_at IS NULL AND account_id = ${accountId}::uuid AND ${mine} AND ${beyond}
      AND position(lower(${q}) IN lower(title)) > 0
    ORDER BY updated_at DESC, id DESC LIMIT ${limit}`;
};
