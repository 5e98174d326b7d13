import type { UserActor } from '@vitrine/contracts';
import type { ReadLogDeps } from '../read-log.ts';

/** How often each asset of a share was downloaded whole, for who may manage the share. */
export const countDownloads =
  ({ database: { repositories }, clients }: ReadLogDeps) =>
  async ({ id }: { id: string }, actor: UserActor) => {
    await clients.share.managedBy({ shareId: id }, { context: { actor } });
    return { assets: await repositories.log.downloadsByAsset(id) };
  };
