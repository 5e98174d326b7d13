import {
  AssetAvailabilityChangedV1,
  AssetCreatedV1,
  AssetRightsChangedV1,
  AssetUpdatedV1,
} from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { isDeepStrictEqual } from 'node:util';
import { type Asset, type PictureName, availabilityAt, isExpiredAt } from './asset.ts';
import { type AssetChange, type ChangedAsset, type ChangedBy, tellOf } from './asset-events.ts';

/** What is known of a file before it becomes an asset. */
export type NewAsset = Pick<
  Asset,
  | 'id'
  | 'accountId'
  | 'domainId'
  | 'fileName'
  | 'title'
  | 'tags'
  | 'kind'
  | 'mediaType'
  | 'byteSize'
  | 'sha256'
  | 'crc32'
  | 'objectKey'
  | 'expiresAt'
  | 'shareable'
  | 'createdBy'
> & { availability: 'available' | 'unavailable' };

/** What a person may change of an asset. */
export type AssetPatch = Partial<Pick<Asset, 'title' | 'tags' | 'expiresAt' | 'shareable'>> & {
  availability?: 'available' | 'unavailable';
};

/** What came of making the pictures; without any where the file cannot be drawn. */
export interface RenderedFacts {
  width: number | null;
  height: number | null;
  durationMs: number | null;
  pictures: readonly PictureName[];
}

/** A stored file becomes an asset, and is available as soon as its pictures are made. */
export const openAsset = (file: NewAsset, now: Date): ChangedAsset => {
  const asset: Asset = {
    ...file,
    version: 0,
    availability: file.availability === 'available' ? 'processing' : 'unavailable',
    ...{ width: null, height: null, durationMs: null },
    ...{ isRendered: false, hasThumbnail: false, hasPreview: false },
    isExpiryAnnounced: isExpiredAt(file, now),
    createdAt: now,
    updatedAt: now,
  };
  return tellOf(asset, [AssetCreatedV1], { actorId: file.createdBy, now });
};

/** @throws AppError `conflict` where an asset is made available whose pictures are still being made. */
export const changeAsset = (asset: Asset, patch: AssetPatch, by: ChangedBy): ChangedAsset => {
  if (patch.availability === 'available' && !asset.isRendered)
    throw new AppError('conflict', { availability: 'processing' });
  const changed = { ...asset, ...patch };
  const isExpiryAnnounced = isExpiredAt(changed, by.now);
  return tellOf({ ...changed, isExpiryAnnounced }, changesBetween(asset, changed), by);
};

/** The pictures are made, or found to be impossible: either way the asset is whole. */
export const finishRendering = (asset: Asset, facts: RenderedFacts, now: Date): ChangedAsset => {
  const rendered: Asset = {
    ...asset,
    ...{ width: facts.width, height: facts.height, durationMs: facts.durationMs },
    hasThumbnail: facts.pictures.includes('thumbnail'),
    hasPreview: facts.pictures.includes('preview'),
    isRendered: true,
    availability: asset.availability === 'processing' ? 'available' : asset.availability,
  };
  const isSeenOtherwise = availabilityAt(rendered, now) !== availabilityAt(asset, now);
  const changes = isSeenOtherwise ? [AssetUpdatedV1, AssetAvailabilityChangedV1] : [AssetUpdatedV1];
  return tellOf(rendered, changes, { actorId: null, now });
};

/** Tells once that the expiry passed; that it did was true for everybody at that instant already. */
export const announceExpiry = (asset: Asset, now: Date): ChangedAsset =>
  asset.isExpiryAnnounced || !isExpiredAt(asset, now)
    ? { asset, events: [] }
    : tellOf({ ...asset, isExpiryAnnounced: true }, [AssetAvailabilityChangedV1], { actorId: null, now });

const changesBetween = (before: Asset, after: Asset): AssetChange[] => [
  ...(before.title === after.title && isDeepStrictEqual(before.tags, after.tags) ? [] : [AssetUpdatedV1]),
  ...(before.availability === after.availability && isDeepStrictEqual(before.expiresAt, after.expiresAt)
    ? []
    : [AssetAvailabilityChangedV1]),
  ...(before.shareable === after.shareable ? [] : [AssetRightsChangedV1]),
];
