import type { AssetView, UserActor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { assertInDomainOf } from '../asset-access.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { viewOf } from '../asset-view.ts';

type Deps = Pick<Database<AssetRepositories>, 'repositories'>;

export const getAsset =
  ({ repositories: { assets } }: Deps) =>
  async ({ id }: { id: string }, actor: UserActor): Promise<AssetView> => {
    const asset = assertInDomainOf(actor, await assets.byId(id));
    return viewOf(asset, await assets.now());
  };
