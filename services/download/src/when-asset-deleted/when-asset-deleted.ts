import { AssetDeletedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { RunningDownloads } from '../running-downloads.ts';

/** Ends what sends a deleted asset. */
export const whenAssetDeleted = (running: Pick<RunningDownloads, 'revoke'>) =>
  on(AssetDeletedV1, async ({ data }) => {
    running.revoke(({ assetIds }) => assetIds.has(data.assetId));
  });
