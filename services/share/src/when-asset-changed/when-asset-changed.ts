import {
  AssetAvailabilityChangedV1,
  AssetCreatedV1,
  AssetRightsChangedV1,
  AssetUpdatedV1,
} from '@vitrine/contracts';
import { onTogether } from '@vitrine/platform/bus/subscription.ts';
import type { ShareTransaction } from '../share-repository.ts';

const CHANGES = [AssetCreatedV1, AssetUpdatedV1, AssetAvailabilityChangedV1, AssetRightsChangedV1] as const;

/** Keeps our picture of the asset; its shares follow, since reasons are computed when they are asked for. */
export const whenAssetChanged = onTogether(CHANGES, async (events, { assets }: ShareTransaction) => {
  await assets.keep(
    events.map(({ data, time }) => ({
      ...data,
      expiresAt: data.expiresAt === null ? null : new Date(data.expiresAt),
      createdAt: new Date(time),
    })),
  );
});
