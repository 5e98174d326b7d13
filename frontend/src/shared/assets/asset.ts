import type { AssetView, Availability, ExcludedAsset } from '@vitrine/contracts';

export type Asset = AssetView;
export type { ExcludedAsset };

/** Why an asset cannot be downloaded, for its label; null when it can. */
export function obstacleOf({ availability, downloadable }: Asset): Exclude<Availability, 'available'> | null {
  if (availability !== 'available') return availability;
  return downloadable ? null : 'unavailable';
}
