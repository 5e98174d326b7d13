import { ASSET_SORTS, type AssetQuery, type AssetView, type UserActor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { type Page, decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import * as z from 'zod';
import { domainOf } from '../asset-access.ts';
import { keptLine } from '../asset-names.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { viewOf } from '../asset-view.ts';
import { filterFor } from '../catalogue-filter.ts';

type Deps = Pick<Database<AssetRepositories>, 'repositories'>;
type AssetPage = Page<AssetView> & { total: number };

/** One domain's assets, page by page, as filters and a search leave them. */
export const listAssets =
  ({ repositories }: Deps) =>
  async (query: AssetQuery, actor: UserActor): Promise<AssetPage> => {
    const { sort, limit } = query;
    const domainId = domainOf(actor, query.domainId);
    const after = decodeCursor(CURSORS[sort], query.cursor);
    if (domainId === null) return { items: [], nextCursor: null, total: 0 };
    const { assets, catalogue } = repositories;
    const filter = await filterFor(catalogue, domainId, query);
    const [rows, total] = await Promise.all([
      catalogue.page(filter, { sort, after, offset: query.offset ?? 0, limit: limit + 1 }),
      catalogue.count(filter),
    ]);
    const now = await assets.now();
    const page = pageOfRows(rows, limit, {
      itemOf: ({ asset }) => viewOf(asset, now),
      keyOf: ({ asset, sortKey }) => ({ sort, key: sortKey, id: asset.id }),
    });
    return { ...page, total };
  };

/** A cursor goes on in the order that it was made in; what stands in it is fit for the query's types. */
const cursorBy = (sort: AssetQuery['sort']) =>
  z.object({ sort: z.literal(sort), key: KEYS[sort], id: z.uuid() });

const instant = z.iso.datetime().regex(/^[12]\d{3}-/);
const size = z.string().regex(/^\d{1,18}$/);
const KEYS = {
  newest: instant,
  oldest: instant,
  largest: size,
  smallest: size,
  name: z.string().refine((key) => keptLine(key) === key.trim()),
} satisfies Record<AssetQuery['sort'], z.ZodString | z.ZodISODateTime>;

const CURSORS = Object.fromEntries(ASSET_SORTS.map((sort) => [sort, cursorBy(sort)])) as Record<
  AssetQuery['sort'],
  ReturnType<typeof cursorBy>
>;
