import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { Prisma, type PrismaClient } from '../prisma/generated/client.ts';
import type { DomainsThatCount } from './domains-that-count.ts';
import { IS_TAKEABLE, KNOWN_ASSET } from './known-asset-repository.ts';
import type { Candidate, KnownAsset, OfDomain } from './known-asset.ts';
import type { ShareSummary } from './share-view.ts';

type Client = TransactionOf<PrismaClient>;

/** Which assets of a share are meant: all for who manages it, for guests those that they can take now. */
export type Extent = 'all' | 'takeable';

const COVER_SIZE = 4;

const within = (extent: Extent): Prisma.Sql => (extent === 'all' ? Prisma.sql`true` : IS_TAKEABLE);

const ofDomains = (domains: DomainsThatCount): Prisma.Sql =>
  domains === null ? Prisma.sql`true` : Prisma.sql`a.domain_id = ANY (${[...domains]}::uuid[])`;

/** The assets of shares, in their order. Whoever changes them holds the lock of the share. */
export const shareAssetRepository = (client: Client) => ({
  shareAssets: {
    ...writing(client),
    ...reading(client),
    ...summing(client),
    ...domainsOf(client),
  },
});

const writing = (client: Client) => ({
  /** Adds assets at the end. */
  append: async (shareId: string, assetIds: readonly string[], by: string, at: Date): Promise<void> => {
    await client.$executeRaw`
      INSERT INTO share_asset (share_id, asset_id, position, added_by, added_at)
      SELECT ${shareId}::uuid, added.asset_id, ending.position + added.place, ${by}::uuid, ${at}
      FROM unnest(${assetIds}::uuid[]) WITH ORDINALITY AS added (asset_id, place),
           (SELECT coalesce(max(position), 0) AS position FROM share_asset WHERE share_id = ${shareId}::uuid) AS ending`;
  },
  /** Takes assets out; answers with those that were in. */
  remove: async (shareId: string, assetIds: readonly string[]): Promise<string[]> => {
    const rows = await client.$queryRaw<{ assetId: string }[]>`
      DELETE FROM share_asset WHERE share_id = ${shareId}::uuid AND asset_id = ANY (${assetIds}::uuid[])
      RETURNING asset_id AS "assetId"`;
    return rows.map(({ assetId }) => assetId);
  },
  clear: async (shareId: string): Promise<void> => {
    await client.shareAsset.deleteMany({ where: { shareId } });
  },
});

const domainsOf = (client: Client) => ({
  /** The domains of its assets, and the assets of which we were not told. */
  domains: async (shareId: string): Promise<{ domainIds: string[]; untoldAssetIds: string[] }> => {
    const rows = await client.$queryRaw<{ domainId: string | null; assetIds: string[] }[]>`
      SELECT a.domain_id AS "domainId",
        coalesce(array_agg(s.asset_id::text) FILTER (WHERE a.domain_id IS NULL), '{}') AS "assetIds"
      FROM share_asset AS s LEFT JOIN known_asset AS a USING (asset_id)
      WHERE s.share_id = ${shareId}::uuid GROUP BY a.domain_id ORDER BY a.domain_id`;
    return {
      domainIds: rows.flatMap(({ domainId }) => domainId ?? []),
      untoldAssetIds: rows.flatMap(({ assetIds }) => assetIds),
    };
  },
});

const reading = (client: Client) => ({
  /** Which of the assets named are in the share. */
  idsAmong: async (shareId: string, assetIds: readonly string[]): Promise<Set<string>> => {
    const rows = await client.$queryRaw<{ assetId: string }[]>`
      SELECT asset_id AS "assetId" FROM share_asset
      WHERE share_id = ${shareId}::uuid AND asset_id = ANY (${assetIds}::uuid[])`;
    return new Set(rows.map(({ assetId }) => assetId));
  },
  /** Those that are named and in the share, in the order of the ids. */
  among: (
    shareId: string,
    assetIds: readonly string[],
  ): Promise<(Candidate & OfDomain)[]> => client.$queryRaw<(Candidate & OfDomain)[]>`
    SELECT a.asset_id AS "assetId", a.file_name AS "fileName", a.availability, a.expires_at AS "expiresAt", a.shareable,
      a.domain_id AS "domainId"
    FROM unnest(${assetIds}::uuid[]) WITH ORDINALITY AS wanted (asset_id, place)
    JOIN share_asset AS s ON s.share_id = ${shareId}::uuid AND s.asset_id = wanted.asset_id
    JOIN known_asset AS a ON a.asset_id = s.asset_id
    ORDER BY wanted.place`,
  page: (
    shareId: string,
    { extent, after, limit }: { extent: Extent; after: number; limit: number },
  ): Promise<(KnownAsset & OfDomain & { position: number })[]> => client.$queryRaw<
    (KnownAsset & OfDomain & { position: number })[]
  >`
    SELECT s.position, a.domain_id AS "domainId", ${KNOWN_ASSET}
    FROM share_asset AS s JOIN known_asset AS a USING (asset_id)
    WHERE s.share_id = ${shareId}::uuid AND s.position > ${after} AND ${within(extent)}
    ORDER BY s.position LIMIT ${limit}`,
  count: (shareId: string): Promise<number> => client.shareAsset.count({ where: { shareId } }),
});

const summing = (client: Client) => ({
  /** @param domains whose pictures are shown; null for those of all */
  summaries: (
    shareIds: readonly string[],
    extent: Extent,
    domains: DomainsThatCount,
  ): Promise<ShareSummary[]> => client.$queryRaw<ShareSummary[]>`
    SELECT share.id AS "shareId",
      (SELECT count(*)::int FROM share_asset AS s JOIN known_asset AS a USING (asset_id)
       WHERE s.share_id = share.id AND ${within(extent)}) AS "assetCount",
      ARRAY(SELECT s.asset_id::text FROM share_asset AS s JOIN known_asset AS a USING (asset_id)
            WHERE s.share_id = share.id AND a.has_thumbnail AND ${within(extent)} AND ${ofDomains(domains)}
            ORDER BY s.position LIMIT ${COVER_SIZE}) AS "coverAssetIds"
    FROM unnest(${shareIds}::uuid[]) AS share (id)`,
  /** How many assets and bytes guests can take now. */
  takeable: async (shareId: string): Promise<{ assetCount: number; totalByteSize: number }> => {
    const [row] = await client.$queryRaw<{ assetCount: number; totalByteSize: number }[]>`
      SELECT count(*)::int AS "assetCount", coalesce(sum(a.byte_size), 0)::float8 AS "totalByteSize"
      FROM share_asset AS s JOIN known_asset AS a USING (asset_id)
      WHERE s.share_id = ${shareId}::uuid AND ${IS_TAKEABLE}`;
    return row ?? { assetCount: 0, totalByteSize: 0 };
  },
});
