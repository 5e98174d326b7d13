import type { ExcludedAsset, UserActor } from '@vitrine/contracts';
import { type ReachShare, demandShares } from '../access.ts';
import type { ShareClients } from '../clients.ts';
import { distinctIds, knownFrom } from '../fresh-facts.ts';
import { sift } from '../known-asset.ts';
import type { ShareDatabase } from '../share-repository.ts';

interface Deps {
  readonly database: Pick<ShareDatabase, 'repositories'>;
  readonly clients: Pick<ShareClients, 'asset'>;
  readonly reach: ReachShare;
}

interface Selection {
  readonly assetIds: readonly string[];
  readonly shareId?: string | undefined;
}

/** Tells what of a selection can be shared, or added to a share; changes nothing. */
export const checkSelection =
  ({ database: { repositories }, clients, reach }: Deps) =>
  async (
    selection: Selection,
    actor: UserActor,
  ): Promise<{ shareable: string[]; excluded: ExcludedAsset[] }> => {
    demandShares(actor);
    const assetIds = distinctIds(selection.assetIds);
    if (selection.shareId !== undefined) await reach(selection.shareId, actor, 'manage');
    const { assets } = await clients.asset.visibleTo({ assetIds }, { context: { actor } });
    const alreadyIn =
      selection.shareId === undefined
        ? new Set<string>()
        : await repositories.shareAssets.idsAmong(selection.shareId, assetIds);
    const { shareable, excluded } = sift(assets.map(knownFrom), await repositories.assets.now(), alreadyIn);
    return { shareable: shareable.map(({ assetId }) => assetId), excluded: [...excluded] };
  };
