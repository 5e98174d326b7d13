import type { Actor, SharedAssetView } from '@vitrine/contracts';
import { type Page, decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import * as z from 'zod';
import { type ReachShare, extentOf } from '../access.ts';
import type { ShareClients } from '../clients.ts';
import { domainsThatCount, isTheirs, withDomains } from '../domains-that-count.ts';
import type { ShareDatabase } from '../share-repository.ts';
import { viewOfAsset } from '../share-view.ts';

interface Deps {
  readonly database: ShareDatabase;
  readonly clients: Pick<ShareClients, 'asset'>;
  readonly reach: ReachShare;
}

interface ListAssets {
  readonly id: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const Place = z.int().nonnegative();

/** Lists the assets of a share in their order: all of them, with reasons, for who manages it; for guests what they can take. */
export const listAssets =
  ({ reach, ...deps }: Deps) =>
  async ({ id, cursor, limit }: ListAssets, actor: Actor): Promise<Page<SharedAssetView>> => {
    const after = decodeCursor(Place, cursor) ?? 0;
    const { share, access } = await reach(id, actor, 'see');
    // Before the page is read, so that nothing in a guest's page has expired by it.
    const { repositories } = deps.database;
    const now = await repositories.assets.now();
    const page = { extent: extentOf(access), after, limit: limit + 1 };
    const domains = domainsThatCount(access, actor);
    const rows = await withDomains(deps, { shareId: share.id, domains }, () =>
      repositories.shareAssets.page(share.id, page),
    );
    const kind = actor.kind === 'guest' ? ('guest' as const) : ('share' as const);
    return pageOfRows(rows, limit, {
      itemOf: (asset) =>
        viewOfAsset(asset, { kind, shareId: share.id }, { now, isTheirs: isTheirs(domains, asset) }),
      keyOf: ({ position }) => position,
    });
  };
