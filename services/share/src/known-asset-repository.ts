import type { TransactionOf } from '@vitrine/platform/database/define-database.ts';
import { Prisma, type PrismaClient } from '../prisma/generated/client.ts';
import type { KnownAsset, ToldAsset } from './known-asset.ts';

type Client = TransactionOf<PrismaClient>;

/** The columns of `known_asset AS a`, as the rules name them. */
export const KNOWN_ASSET = Prisma.sql`
  a.asset_id AS "assetId", a.version, a.file_name AS "fileName", a.title, a.kind, a.media_type AS "mediaType",
  a.byte_size::float8 AS "byteSize", a.sha256, a.width, a.height, a.availability, a.expires_at AS "expiresAt",
  a.shareable, a.has_thumbnail AS "hasThumbnail", a.has_preview AS "hasPreview", a.created_at AS "createdAt"`;

/** The rule `shareability` in the database's words, for what has to be counted and paged there. */
export const IS_TAKEABLE = Prisma.sql`
  (NOT a.is_deleted AND a.availability = 'available' AND a.shareable
   AND (a.expires_at IS NULL OR a.expires_at > clock_timestamp()))`;

/** So many rows travel as one statement. */
const BATCH_SIZE = 1_000;

/** What we were told of assets, the newest that we heard of each. */
export const knownAssetRepository = (client: Client) => ({
  assets: {
    /** Keeps what is newer than what is known, and locks the rows until the transaction ends. */
    keep: async (assets: readonly ToldAsset[]): Promise<void> => {
      // Always in the same order, so that two of us never wait for each other.
      const ordered = [...assets].sort((one, other) => (one.assetId < other.assetId ? -1 : 1));
      for (let start = 0; start < ordered.length; start += BATCH_SIZE)
        await keepBatch(client, ordered.slice(start, start + BATCH_SIZE));
    },
    /** Remembers that an asset is gone for good; nothing brings it back, however late it comes. */
    bury: async (asset: {
      assetId: string;
      version: number;
      fileName: string;
      createdAt: Date;
    }): Promise<void> => {
      await client.$executeRaw`
        INSERT INTO known_asset VALUES (${asset.assetId}::uuid, ${asset.version}, true, ${asset.fileName}, '', 'other', '',
          0, '', NULL, NULL, 'unavailable', NULL, false, false, false, ${asset.createdAt})
        ON CONFLICT (asset_id) DO UPDATE SET is_deleted = true, version = greatest(known_asset.version, excluded.version)`;
    },
    /** Of those that were just told, what is known better: the deleted ones, and those of a newer version. */
    knownBetter: (told: readonly KnownAsset[]): Promise<(KnownAsset & { isDeleted: boolean })[]> =>
      client.$queryRaw<(KnownAsset & { isDeleted: boolean })[]>`
        SELECT a.is_deleted AS "isDeleted", ${KNOWN_ASSET}
        FROM unnest(${told.map(({ assetId }) => assetId)}::uuid[], ${told.map(({ version }) => version)}::integer[])
          AS told (asset_id, version)
        JOIN known_asset AS a USING (asset_id)
        WHERE a.is_deleted OR a.version > told.version`,
    /** Where what is known is from before domains were told: the domain of each, by its place. */
    keepDomains: async (assetIds: readonly string[], domainIds: readonly string[]): Promise<void> => {
      await client.$executeRaw`
        UPDATE known_asset AS a SET domain_id = told.domain_id
        FROM unnest(${[...assetIds]}::uuid[], ${[...domainIds]}::uuid[]) AS told (asset_id, domain_id)
        WHERE a.asset_id = told.asset_id AND a.domain_id IS NULL`;
    },
    /** The database's clock, which decides what has expired. */
    now: async (): Promise<Date> => {
      const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
      if (row === undefined) throw new Error('The database does not tell the time.');
      return row.now;
    },
  },
});

const keepBatch = async (client: Client, assets: readonly ToldAsset[]): Promise<void> => {
  // Of when an asset was made the earliest counts that anybody told, also one that came late.
  await client.$executeRaw`
    INSERT INTO known_asset
    SELECT "assetId", version, false, "fileName", title, kind, "mediaType", "byteSize", sha256, width, height,
           availability, "expiresAt", shareable, "hasThumbnail", "hasPreview", "createdAt", "domainId"
    FROM jsonb_to_recordset(${JSON.stringify(assets)}::jsonb) AS told (
      "assetId" uuid, version integer, "fileName" text, title text, kind text, "mediaType" text, "byteSize" bigint,
      sha256 text, width integer, height integer, availability text, "expiresAt" timestamptz, shareable boolean,
      "hasThumbnail" boolean, "hasPreview" boolean, "createdAt" timestamptz, "domainId" uuid)
    ON CONFLICT (asset_id) DO UPDATE SET
      (version, file_name, title, kind, media_type, byte_size, sha256, width, height, availability, expires_at,
       shareable, has_thumbnail, has_preview, created_at, domain_id) = (
        SELECT (newer).version, (newer).file_name, (newer).title, (newer).kind, (newer).media_type,
          (newer).byte_size, (newer).sha256, (newer).width, (newer).height, (newer).availability,
          (newer).expires_at, (newer).shareable, (newer).has_thumbnail, (newer).has_preview,
          least(known_asset.created_at, excluded.created_at), excluded.domain_id
        FROM (SELECT CASE WHEN excluded.version > known_asset.version THEN excluded ELSE known_asset END AS newer) AS chosen)
    WHERE NOT known_asset.is_deleted
      AND (excluded.version > known_asset.version OR excluded.created_at < known_asset.created_at
           OR known_asset.domain_id IS NULL)`;
};
