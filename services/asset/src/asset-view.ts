import { type AssetFacts, type AssetView, pictureUrl } from '@vitrine/contracts';
import { type Asset, availabilityAt, reasonNotDownloadable } from './asset.ts';

/** The asset as a page shows it to a person of its domain. */
export const viewOf = (asset: Asset, now: Date): AssetView => ({
  id: asset.id,
  ...sharedFacts(asset, now),
  tags: asset.tags,
  downloadable: reasonNotDownloadable(asset, now) === null,
  thumbnailUrl: urlOf('thumbnail', asset),
  previewUrl: urlOf('preview', asset),
});

/** The asset as other services need it. */
export const factsOf = (asset: Asset, now: Date): AssetFacts => ({
  assetId: asset.id,
  accountId: asset.accountId,
  version: asset.version,
  ...sharedFacts(asset, now),
  crc32: asset.crc32,
  objectKey: asset.objectKey,
  hasThumbnail: asset.hasThumbnail,
  hasPreview: asset.hasPreview,
  reason: reasonNotDownloadable(asset, now),
});

const sharedFacts = (asset: Asset, now: Date) => ({
  domainId: asset.domainId,
  fileName: asset.fileName,
  title: asset.title,
  kind: asset.kind,
  mediaType: asset.mediaType,
  byteSize: asset.byteSize,
  sha256: asset.sha256,
  width: asset.width,
  height: asset.height,
  availability: availabilityAt(asset, now),
  expiresAt: asset.expiresAt?.toISOString() ?? null,
  shareable: asset.shareable,
  createdAt: asset.createdAt.toISOString(),
});

const urlOf = (name: 'thumbnail' | 'preview', asset: Asset): string | null => {
  const exists = name === 'thumbnail' ? asset.hasThumbnail : asset.hasPreview;
  return pictureUrl(name, { assetId: asset.id, exists }, { kind: 'domain' });
};
