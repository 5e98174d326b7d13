import type { AssetOutline, AssetQuery } from '@vitrine/contracts';
import { inSlices } from '@vitrine/platform/schedule/slices.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { Asset } from './asset.ts';
import { outlineOf } from './asset-outline.ts';
import type { Client } from './asset-repository.ts';
import { type SearchWords, searchWords } from './search-words.ts';
import { ASSET_COLUMNS, type AssetRow, assetOf } from './stored-asset-repository.ts';

/** A search, looked up once for all pages and counts of a request. */
export type Sought =
  /** Assets that have the words, of which there are many: as to_tsquery takes them. */
  | { kind: 'words'; query: string }
  /** These assets, which have the words or words like them; none where the search has no word in it. */
  | { kind: 'assets'; ids: string[] };

/** More that have the words are not looked up beforehand, and more that have words like them are not found. */
const SOUGHT_MAX = 1_000;

/** Which assets of one domain are meant. */
export interface CatalogueFilter extends Pick<AssetQuery, 'kind' | 'availability'> {
  domainId: string;
  /** What a search is after. */
  sought?: Sought;
}

/** Where a page begins: behind the asset with this sort key and id. */
export interface CataloguePlace {
  key: string;
  id: string;
}

export interface CataloguePage {
  sort: AssetQuery['sort'];
  after: CataloguePlace | undefined;
  /** So many are passed over. */
  offset: number;
  limit: number;
}

export interface CatalogueRow {
  asset: Asset;
  /** What the asset is ordered by, as text. */
  sortKey: string;
}

/** Lists and searches the assets of a domain. */
export const catalogueRepository = (client: Client) => ({
  /** Only where no asset of the domain has the words themselves are words like them good enough. */
  seek: async (domainId: string, search: string): Promise<Sought> => {
    const words = await cleanedWords(client, search);
    if (!words) return { kind: 'assets', ids: [] };
    const exact = await idsIn(
      client,
      Prisma.sql`assets_with_words(${domainId}::uuid, ${words.exact}, ${SOUGHT_MAX + 1})`,
    );
    if (exact.length > SOUGHT_MAX) return { kind: 'words', query: words.exact };
    if (exact.length > 0) return { kind: 'assets', ids: exact };
    const similar = await idsIn(
      client,
      Prisma.sql`assets_with_similar_words(${domainId}::uuid, ${words.similar}::text[], ${SOUGHT_MAX})`,
    );
    return { kind: 'assets', ids: similar };
  },
  page: async (filter: CatalogueFilter, page: CataloguePage): Promise<CatalogueRow[]> => {
    const { key, read, cast, direction } = ORDERS[page.sort];
    const isBehind = page.after
      ? Prisma.sql`AND (${key}, id) ${direction === 'ASC' ? Prisma.raw('>') : Prisma.raw('<')}
                       (${page.after.key}${cast}, ${page.after.id}::uuid)`
      : Prisma.empty;
    const listed = Prisma.sql`${matches(filter)} ${isBehind} ${inOrder(page)}`;
    // What is passed over is counted in the index; with all columns of a page each of them would be read and written.
    const chosen = page.offset === 0 ? listed : among(listed, page.sort);
    const rows = await client.$queryRaw<(AssetRow & { sortKey: string })[]>`
      SELECT ${ASSET_COLUMNS}, ${read} AS "sortKey" FROM asset WHERE ${chosen}`;
    return rows.map(({ sortKey, ...row }) => ({ asset: assetOf(row), sortKey }));
  },
  /** As one text, as the files of many are: see `asset-file-repository.ts`. */
  outline: async (filter: CatalogueFilter, page: Omit<CataloguePage, 'after'>): Promise<AssetOutline> => {
    const [row] = await client.$queryRaw<{ packed: string | null }[]>`
      SELECT string_agg(concat_ws(',', id, byte_size, kind, has_thumbnail::int), ',') AS packed FROM (
        SELECT id, byte_size, kind, has_thumbnail FROM asset WHERE ${matches(filter)} ${inOrder(page)}
      ) AS listed`;
    return inSlices(outlineOf(row?.packed ?? null));
  },
  count: async (filter: CatalogueFilter): Promise<number> => {
    const [row] = await client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM asset WHERE ${matches(filter)}`;
    return row?.count ?? 0;
  },
});

interface Order {
  key: Prisma.Sql;
  /** The key as a text that comes back whole in a cursor. */
  read: Prisma.Sql;
  cast: Prisma.Sql;
  direction: 'ASC' | 'DESC';
}

const BY_AGE = {
  key: Prisma.sql`created_at`,
  read: Prisma.sql`to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  cast: Prisma.sql`::timestamptz`,
};
const BY_SIZE = { key: Prisma.sql`byte_size`, read: Prisma.sql`byte_size::text`, cast: Prisma.sql`::bigint` };

const ORDERS: Record<AssetQuery['sort'], Order> = {
  newest: { ...BY_AGE, direction: 'DESC' },
  oldest: { ...BY_AGE, direction: 'ASC' },
  largest: { ...BY_SIZE, direction: 'DESC' },
  smallest: { ...BY_SIZE, direction: 'ASC' },
  name: {
    key: Prisma.sql`left(title, 60) COLLATE for_people`,
    read: Prisma.sql`left(title, 60)`,
    cast: Prisma.sql`::text`,
    direction: 'ASC',
  },
};

const ordered = (sort: AssetQuery['sort']): Prisma.Sql => {
  const { key, direction } = ORDERS[sort];
  return Prisma.sql`ORDER BY ${key} ${Prisma.raw(direction)}, id ${Prisma.raw(direction)}`;
};

const inOrder = ({ sort, offset, limit }: Omit<CataloguePage, 'after'>): Prisma.Sql =>
  Prisma.sql`${ordered(sort)} LIMIT ${limit} OFFSET ${offset}`;

const among = (listed: Prisma.Sql, sort: AssetQuery['sort']): Prisma.Sql =>
  Prisma.sql`id IN (SELECT id FROM asset WHERE ${listed}) ${ordered(sort)}`;

const matches = ({ domainId, kind, availability, sought }: CatalogueFilter): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`domain_id = ${domainId}::uuid`,
      ...(kind === undefined ? [] : [Prisma.sql`kind = ${kind}`]),
      ...(availability === undefined ? [] : [SEEN_AS[availability]]),
      ...(sought === undefined ? [] : [isSought(sought)]),
    ],
    ' AND ',
  );

/** The rule of `availabilityAt`, for many at once and by the clock that decides. */
const SEEN_AS: Record<NonNullable<CatalogueFilter['availability']>, Prisma.Sql> = {
  unavailable: Prisma.sql`availability = 'unavailable'`,
  expired: Prisma.sql`availability <> 'unavailable' AND expires_at <= now()`,
  processing: Prisma.sql`availability = 'processing' AND (expires_at IS NULL OR expires_at > now())`,
  available: Prisma.sql`availability = 'available' AND (expires_at IS NULL OR expires_at > now())`,
};

const isSought = (sought: Sought): Prisma.Sql =>
  sought.kind === 'words'
    ? Prisma.sql`search_words @@ to_tsquery('pg_catalog.simple', ${sought.query})`
    : Prisma.sql`id = ANY(${sought.ids}::uuid[])`;

const idsIn = async (client: Client, found: Prisma.Sql): Promise<string[]> => {
  const rows = await client.$queryRaw<{ id: string }[]>`SELECT id FROM ${found} AS id`;
  return rows.map(({ id }) => id);
};

/** The words of a search, cleaned by the function that the searched text went through. */
const cleanedWords = async (client: Client, search: string): Promise<SearchWords | null> => {
  const [row] = await client.$queryRaw<{ cleaned: string }[]>`SELECT search_text(${search}) AS cleaned`;
  return searchWords(row?.cleaned ?? '');
};
