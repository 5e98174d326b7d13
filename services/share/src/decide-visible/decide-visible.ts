import type { Actor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { type ReachShare, extentOf } from '../access.ts';
import type { ShareClients } from '../clients.ts';
import { domainsThatCount, isTheirs, withDomains } from '../domains-that-count.ts';
import { shareability } from '../known-asset.ts';
import type { ShareDatabase } from '../share-repository.ts';

interface Deps {
  readonly database: ShareDatabase;
  readonly clients: Pick<ShareClients, 'asset'>;
  readonly reach: ReachShare;
}

/** Decides whether somebody may see the pictures of an asset through a share, at this instant. */
export const decideVisible =
  ({ reach, ...deps }: Deps) =>
  async (
    { shareId, assetId }: { shareId: string; assetId: string },
    actor: Actor,
  ): Promise<{ visible: true }> => {
    const { share, access } = await reach(shareId, actor, 'see');
    const { repositories } = deps.database;
    const domains = domainsThatCount(access, actor);
    const [asset] = await withDomains(deps, { shareId: share.id, domains }, () =>
      repositories.shareAssets.among(share.id, [assetId]),
    );
    if (asset === undefined || !isTheirs(domains, asset)) throw new AppError('not-found');
    const reason = shareability(asset, await repositories.assets.now());
    if (extentOf(access) === 'takeable' && reason !== null) throw new AppError('not-found');
    return { visible: true };
  };
