import type { AssetOutline, AssetOutlineQuery, UserActor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { atOnce } from '@vitrine/platform/schedule/slices.ts';
import { domainOf } from '../asset-access.ts';
import { outlineOf } from '../asset-outline.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { filterFor } from '../catalogue-filter.ts';

type Deps = Pick<Database<AssetRepositories>, 'repositories'>;

/** All of one domain's assets that filters and a search leave, with no more of each than a selection needs. */
export const outlineAssets =
  ({ repositories: { catalogue } }: Deps) =>
  async (query: AssetOutlineQuery, actor: UserActor): Promise<AssetOutline> => {
    const domainId = domainOf(actor, query.domainId);
    if (domainId === null) return atOnce(outlineOf(null));
    const filter = await filterFor(catalogue, domainId, query);
    return catalogue.outline(filter, { sort: query.sort, offset: query.offset ?? 0, limit: query.limit });
  };
