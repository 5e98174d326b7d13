import type { AssetFacts, UserActor } from '@vitrine/contracts';
import type { Database } from '@vitrine/platform/database/open-database.ts';
import { distinctIds } from '@vitrine/platform/ids/distinct-ids.ts';
import { inSlices } from '@vitrine/platform/schedule/slices.ts';
import { assertInDomainOf } from '../asset-access.ts';
import type { AssetRepositories } from '../asset-repository.ts';
import { factsOf } from '../asset-view.ts';

type Deps = Pick<Database<AssetRepositories>, 'repositories'>;

/** For a person: all of them or, where one is not theirs to see, none. Each once, in the order asked for. */
export const tellVisibleFacts =
  ({ repositories: { assets } }: Deps) =>
  async (asked: { assetIds: readonly string[] }, actor: UserActor): Promise<{ assets: AssetFacts[] }> => {
    const ids = await inSlices(distinctIds(asked.assetIds));
    const byId = new Map((await assets.byIds(ids)).map((asset) => [asset.id, asset]));
    const visible = ids.map((id) => assertInDomainOf(actor, byId.get(id) ?? null));
    const now = await assets.now();
    return { assets: visible.map((asset) => factsOf(asset, now)) };
  };
