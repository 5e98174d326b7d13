import type { Actor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type ReachShare, extentOf } from '../access.ts';
import { shareability } from '../known-asset.ts';
import type { ShareDatabase } from '../share-repository.ts';

interface Deps {
  readonly database: Pick<ShareDatabase, 'repositories'>;
  readonly reach: ReachShare;
}

/** Decides whether somebody may see the pictures of an asset through a share, at this instant. */
export const decideVisible =
  ({ database: { repositories }, reach }: Deps) =>
  async (
    { shareId, assetId }: { shareId: string; assetId: string },
    actor: Actor,
  ): Promise<{ visible: true }> => {
    const { share, access } = await reach(shareId, actor, 'see');
    const [asset] = await repositories.shareAssets.among(share.id, [assetId]);
    if (asset === undefined) throw new AppError('not-found');
    const reason = shareability(asset, await repositories.assets.now());
    if (extentOf(access) === 'takeable' && reason !== null) throw new AppError('not-found');
    return { visible: true };
  };
