import { Prisma } from '../prisma/generated/client.ts';
import type { Asset, KeptAvailability } from './asset.ts';
import type { Client } from './asset-repository.ts';

/** A row as a query with {@link ASSET_COLUMNS} gives it. */
export type AssetRow = Omit<Asset, 'byteSize' | 'crc32' | 'kind' | 'availability'> & {
  byteSize: bigint;
  crc32: bigint;
  kind: string;
  availability: string;
};

export const ASSET_COLUMNS = Prisma.raw(
  [
    'id, version, title, tags, kind, sha256, crc32, width, height, availability, shareable',
    'account_id AS "accountId", domain_id AS "domainId", file_name AS "fileName", media_type AS "mediaType"',
    'byte_size AS "byteSize", object_key AS "objectKey", duration_ms AS "durationMs"',
    'is_rendered AS "isRendered", has_thumbnail AS "hasThumbnail", has_preview AS "hasPreview"',
    'expires_at AS "expiresAt", is_expiry_announced AS "isExpiryAnnounced"',
    'created_by AS "createdBy", created_at AS "createdAt", updated_at AS "updatedAt"',
  ].join(', '),
);

export const assetOf = (row: AssetRow): Asset => ({
  ...row,
  byteSize: Number(row.byteSize),
  crc32: Number(row.crc32),
  kind: row.kind as Asset['kind'],
  availability: row.availability as KeptAvailability,
});

export const storedAssetRepository = (client: Client) => ({
  add: async (asset: Asset): Promise<void> => {
    await client.asset.create({ data: columnsOf(asset) });
  },
  update: async (asset: Asset): Promise<void> => {
    await client.asset.update({ where: { id: asset.id }, data: columnsOf(asset) });
  },
  remove: async (id: string): Promise<void> => {
    await client.asset.delete({ where: { id } });
  },
  byId: (id: string): Promise<Asset | null> => one(client, Prisma.sql`WHERE id = ${id}::uuid`),
  /** Nobody else changes it until the transaction ends. */
  lock: (id: string): Promise<Asset | null> => one(client, Prisma.sql`WHERE id = ${id}::uuid FOR UPDATE`),
  /** In no order; 20,000 ids are one parameter and one look into the index. */
  byIds: (ids: readonly string[]): Promise<Asset[]> =>
    many(client, Prisma.sql`WHERE id = ANY(${[...ids]}::uuid[])`),
  /** All, page by page, in the order of their ids. */
  pageById: (after: string | null, limit: number): Promise<Asset[]> => {
    const begin = after === null ? Prisma.empty : Prisma.sql`WHERE id > ${after}::uuid`;
    return many(client, Prisma.sql`${begin} ORDER BY id LIMIT ${limit}`);
  },
  /** Locked, those that nobody else is at; none of them was told of. */
  lockExpired: (limit: number): Promise<Asset[]> =>
    many(
      client,
      Prisma.sql`WHERE expires_at <= now() AND NOT is_expiry_announced
                 ORDER BY expires_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`,
    ),
  /** An asset of the same name and content; whoever asks for the same in another transaction waits for this one. */
  double: async (file: Pick<Asset, 'domainId' | 'fileName' | 'sha256'>): Promise<Asset | null> => {
    const lock = `${file.domainId} ${file.sha256} ${file.fileName}`;
    await client.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))::text`;
    return one(
      client,
      Prisma.sql`WHERE domain_id = ${file.domainId}::uuid AND sha256 = ${file.sha256}
                 AND file_name = ${file.fileName} ORDER BY id LIMIT 1`,
    );
  },
  /** The instant by the clock that decides on expiry. */
  now: async (): Promise<Date> => {
    const [row] = await client.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp()::timestamptz(3) AS now`;
    if (!row) throw new Error('The database did not tell the time.');
    return row.now;
  },
});

const many = async (client: Client, condition: Prisma.Sql): Promise<Asset[]> => {
  const rows = await client.$queryRaw<AssetRow[]>`SELECT ${ASSET_COLUMNS} FROM asset ${condition}`;
  return rows.map(assetOf);
};

const one = async (client: Client, condition: Prisma.Sql): Promise<Asset | null> =>
  (await many(client, condition))[0] ?? null;

const columnsOf = (asset: Asset) => ({
  ...asset,
  byteSize: BigInt(asset.byteSize),
  crc32: BigInt(asset.crc32),
});
