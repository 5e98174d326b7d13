import {
  AssetAvailabilityChangedV1,
  AssetCreatedV1,
  AssetDeletedV1,
  AssetRightsChangedV1,
  AssetUpdatedV1,
} from '@vitrine/contracts';
import { type NewEvent, newEvent } from '@vitrine/platform/outbox/new-event.ts';
import { type Asset, availabilityAt } from './asset.ts';

/** The event that says what kind of change it was; all carry the asset whole. */
export type AssetChange =
  | typeof AssetCreatedV1
  | typeof AssetUpdatedV1
  | typeof AssetAvailabilityChangedV1
  | typeof AssetRightsChangedV1;

export interface ChangedAsset {
  asset: Asset;
  events: NewEvent[];
}

/** Who changed it, and when. */
export interface ChangedBy {
  /** Null where time or the system did. */
  actorId: string | null;
  now: Date;
}

/**
 * The asset after the changes named and the events that tell of them. Each event has a version of its own: a consumer
 * that saw the first of two must not take the second for a repetition.
 */
export const tellOf = (asset: Asset, changes: readonly AssetChange[], by: ChangedBy): ChangedAsset => ({
  asset:
    changes.length === 0 ? asset : { ...asset, version: asset.version + changes.length, updatedAt: by.now },
  events: changes.map((change, index) =>
    newEvent(change, { subject: asset.id, data: stateOf(asset, asset.version + index + 1, by) }),
  ),
});

/** The event of an asset that is gone. */
export const tellOfRemoval = (asset: Asset, actorId: string | null): NewEvent =>
  newEvent(AssetDeletedV1, {
    subject: asset.id,
    data: {
      assetId: asset.id,
      accountId: asset.accountId,
      domainId: asset.domainId,
      version: asset.version + 1,
      fileName: asset.fileName,
      actorId,
    },
  });

const stateOf = (asset: Asset, version: number, { actorId, now }: ChangedBy) => ({
  assetId: asset.id,
  accountId: asset.accountId,
  domainId: asset.domainId,
  version,
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
  hasThumbnail: asset.hasThumbnail,
  hasPreview: asset.hasPreview,
  actorId,
});
