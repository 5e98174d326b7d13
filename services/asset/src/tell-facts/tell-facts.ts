import type { AssetFacts, UserActor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import type { Asset } from '../asset.ts';
import { assertInDomainOf } from '../asset-access.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { factsOf } from '../asset-view.ts';

type Deps = Pick<Database<AssetRepositories>, 'repositories'>;

interface AssetIds {
  assetIds: readonly string[];
}

/** For a person: all of them or, where one is not theirs to see, none. Each once, in the order asked for. */
export const tellVisibleFacts =
  (deps: Deps) =>
  async ({ assetIds }: AssetIds, actor: UserActor): Promise<{ assets: AssetFacts[] }> =>
    factsInOrder(deps, assetIds, (found) => [assertInDomainOf(actor, found)]);

/** For a service: those that there are. Each once, in the order asked for. */
export const tellFacts =
  (deps: Deps) =>
  ({ assetIds }: AssetIds): Promise<{ assets: AssetFacts[] }> =>
    factsInOrder(deps, assetIds, (found) => (found ? [found] : []));

const factsInOrder = async (
  { repositories: { assets } }: Deps,
  assetIds: readonly string[],
  pick: (found: Asset | null) => Asset[],
): Promise<{ assets: AssetFacts[] }> => {
  const ids = [...new Set(assetIds.map((id) => id.toLowerCase()))];
  const byId = new Map((await assets.byIds(ids)).map((asset) => [asset.id, asset]));
  const now = await assets.now();
  return { assets: ids.flatMap((id) => pick(byId.get(id) ?? null)).map((asset) => factsOf(asset, now)) };
};
