import type { UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { distinctIds } from '@vitrine/platform/ids/distinct-ids.ts';
import { inSlices } from '@vitrine/platform/schedule/slices.ts';
import type { ReachShare } from '../access.ts';
import { keepDecision } from '../keep-decision.ts';
import type { ShareDatabase } from '../share-repository.ts';
import { removeAssets as decideRemoval } from '../share.ts';

interface Deps {
  readonly database: Pick<ShareDatabase, 'inTransaction'>;
  readonly reach: ReachShare;
}

interface RemoveAssets {
  readonly id: string;
  readonly assetIds: readonly string[];
}

/** Takes assets out of a share; what is not in it needs no taking out. */
export const removeAssets =
  ({ database, reach }: Deps) =>
  async ({ id, assetIds }: RemoveAssets, actor: UserActor): Promise<{ removed: string[] }> => {
    await reach(id, actor, 'manage');
    const wanted = await inSlices(distinctIds(assetIds));
    return database.inTransaction(async (tx) => {
      const share = await tx.shares.locked(id);
      if (share === null) throw new AppError('not-found');
      const removed = await tx.shareAssets.remove(id, wanted);
      await keepDecision(tx, decideRemoval(share, removed, { by: actor, now: await tx.assets.now() }));
      return { removed };
    });
  };
