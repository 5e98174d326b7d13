import { ShareAssetsRemovedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { RunningDownloads } from '../running-downloads.ts';

/** Ends what takes an asset through a share that it is no longer in. */
export const whenShareAssetsRemoved = (running: Pick<RunningDownloads, 'revoke'>) =>
  on(ShareAssetsRemovedV1, async ({ data }) => {
    running.revoke(
      ({ shareId, assetIds }) => shareId === data.shareId && data.assetIds.some((id) => assetIds.has(id)),
    );
  });
