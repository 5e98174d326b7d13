import type { AssetView, Availability, ExcludedAsset, ExclusionReason } from '@vitrine/contracts';

/** An asset wherever it is shown: in its domain, or in a share, where nothing of its domain is told. */
export type Asset = Omit<AssetView, 'domainId' | 'tags'> & {
  /** In a share: why its guests cannot have it. */
  reason?: ExclusionReason | null;
};
export type { ExcludedAsset };

/** What is held of an asset that is selected: of a hundred thousand no more than is shown of them. */
export type SelectedAsset = Pick<Asset, 'id' | 'byteSize' | 'kind' | 'thumbnailUrl'>;

/** Why an asset cannot be downloaded, for its label; null when it can. */
export function obstacleOf({ availability, downloadable }: Asset): Exclude<Availability, 'available'> | null {
  if (availability !== 'available') return availability;
  return downloadable ? null : 'unavailable';
}

/** Whether its bytes can be had where it is shown, for whatever they are wanted. */
export const mayBeHad = (asset: Asset): boolean =>
  obstacleOf(asset) === null && (asset.reason ?? null) === null;
