import { type PictureAccess, type ShareView, type SharedAssetView, pictureUrl } from '@vitrine/contracts';
import { type KnownAsset, availabilityAt, shareability } from './known-asset.ts';
import type { Share } from './share.ts';

/** What a list shows of a share's assets: how many, and the first few that have a picture. */
export interface ShareSummary {
  readonly shareId: string;
  readonly assetCount: number;
  readonly coverAssetIds: readonly string[];
}

/** What the viewer is to the share, and until when. */
export interface Viewer {
  readonly role: ShareView['role'];
  readonly invitation: { readonly expiresAt: string; readonly downloadsBegun: number } | null;
}

/** A share for the page of its owner or of an internal guest. */
export const viewOfShare = (share: Share, summary: ShareSummary | undefined, viewer: Viewer): ShareView => ({
  id: share.id,
  version: share.version,
  title: share.title,
  description: share.description,
  enabled: share.enabled,
  owner: { id: share.ownerId, name: share.ownerName },
  role: viewer.role,
  assetCount: summary?.assetCount ?? 0,
  coverUrls: (summary?.coverAssetIds ?? []).flatMap((assetId) => {
    const url = pictureUrl('thumbnail', { assetId, exists: true }, { kind: 'share', shareId: share.id });
    return url === null ? [] : [url];
  }),
  createdAt: share.createdAt.toISOString(),
  updatedAt: share.updatedAt.toISOString(),
  expiresAt: viewer.invitation?.expiresAt ?? null,
  codeRequired: viewer.role === 'guest' ? null : share.codeRequired,
  downloadsMax: share.downloadsMax,
  downloadsLeft: viewer.invitation && downloadsLeft(share, viewer.invitation),
});

/** How many downloads a guest may still begin; null for as many as they like. A limit that was lowered leaves none. */
export const downloadsLeft = (
  { downloadsMax }: Pick<Share, 'downloadsMax'>,
  { downloadsBegun }: { readonly downloadsBegun: number },
): number | null => (downloadsMax === null ? null : Math.max(0, downloadsMax - downloadsBegun));

/**
 * An asset in a share as it is at an instant. What has a reason cannot be had through the share: by the one who reads
 * where it is not theirs, which shows no picture either, and else by anybody.
 */
export const viewOfAsset = (
  asset: KnownAsset,
  access: PictureAccess,
  { now, isTheirs }: { now: Date; isTheirs: boolean },
): SharedAssetView => {
  const reason = shareability(asset, now, { isTheirs });
  const pictureOf = (rendition: 'thumbnail' | 'preview', exists: boolean) =>
    pictureUrl(rendition, { assetId: asset.assetId, exists: exists && isTheirs }, access);
  return {
    id: asset.assetId,
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
    downloadable: reason === null,
    thumbnailUrl: pictureOf('thumbnail', asset.hasThumbnail),
    previewUrl: pictureOf('preview', asset.hasPreview),
    createdAt: asset.createdAt.toISOString(),
    reason,
  };
};
