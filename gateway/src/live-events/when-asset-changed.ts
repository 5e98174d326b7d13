import {
  AssetAvailabilityChangedV1,
  AssetCreatedV1,
  AssetDeletedV1,
  AssetRightsChangedV1,
  AssetUpdatedV1,
} from '@vitrine/contracts';
import { onAny } from '@vitrine/platform/bus/subscription.ts';
import type { LiveEvents } from './live-events.ts';
import { peopleOfDomain } from './rights.ts';

/** A new asset is in no share, and a deleted one is taken out of its shares, of which share tells. */
const NOT_OF_SHARES: ReadonlySet<string> = new Set([AssetCreatedV1.type, AssetDeletedV1.type]);

/** Tells the people of the asset's domain, and whoever sees a share that holds it. */
export const whenAssetChanged = (live: Pick<LiveEvents, 'tell' | 'tellOfAsset'>) =>
  onAny(
    [AssetCreatedV1, AssetUpdatedV1, AssetAvailabilityChangedV1, AssetRightsChangedV1, AssetDeletedV1],
    async ({ type, data }) => {
      const { domainId, assetId } = data;
      live.tell({ type: 'assets-changed', domainId, assetIds: [assetId] }, peopleOfDomain(data));
      if (!NOT_OF_SHARES.has(type)) live.tellOfAsset(data);
    },
  );
