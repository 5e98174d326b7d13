import { AssetAvailabilityChangedV1, AssetRightsChangedV1 } from '@vitrine/contracts';
import { onAny } from '@vitrine/platform/bus/subscription.ts';
import type { RunningDownloads } from '../running-downloads.ts';

/** Ends what sends an asset that cannot be had any more; without the right to share it, what sends it through a share. */
export const whenAssetChanged = (running: Pick<RunningDownloads, 'revoke'>) =>
  onAny([AssetAvailabilityChangedV1, AssetRightsChangedV1], async ({ data }) => {
    const isGone = data.availability !== 'available';
    if (!isGone && data.shareable) return;
    running.revoke(({ assetIds, shareId }) => assetIds.has(data.assetId) && (isGone || shareId !== null));
  });
