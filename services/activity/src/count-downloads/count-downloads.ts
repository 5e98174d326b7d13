import type { UserActor } from '@vitrine/contracts';
import type { ShowTimelineDeps } from '../show-timeline/show-timeline.ts';

/** How often each asset of a share was downloaded whole, for who may manage the share. */
export const countDownloads =
  ({ database: { repositories }, clients }: ShowTimelineDeps) =>
  async ({ id }: { id: string }, actor: UserActor) => {
    await clients.share.managedBy({ shareId: id }, { context: { actor } });
    return { assets: await repositories.log.downloadsByAsset(id) };
  };
