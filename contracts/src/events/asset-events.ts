import * as z from 'zod';
import { AssetKind, Availability } from '../model/asset.ts';
import { defineEvent } from './define-event.ts';

/** All that a consumer needs to keep its own picture of an asset; every asset event but the last carries it whole. */
const asset = z.object({
  assetId: z.uuid(),
  accountId: z.uuid(),
  domainId: z.uuid(),
  /** Grows with each change of the asset: older versions are ignored. */
  version: z.int(),
  fileName: z.string(),
  title: z.string(),
  kind: AssetKind,
  mediaType: z.string(),
  byteSize: z.int(),
  sha256: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  availability: Availability,
  expiresAt: z.iso.datetime().nullable(),
  shareable: z.boolean(),
  hasThumbnail: z.boolean(),
  hasPreview: z.boolean(),
  /** The user who did it; null where time or the system did. */
  actorId: z.uuid().nullable(),
});

export const AssetCreatedV1 = defineEvent({
  type: 'asset.created.v1',
  producer: 'asset',
  summary: 'A file was stored as a new asset; its renditions are still being made.',
  data: asset,
});

export const AssetUpdatedV1 = defineEvent({
  type: 'asset.updated.v1',
  producer: 'asset',
  summary: 'The title, tags or renditions of an asset changed.',
  data: asset,
});

export const AssetAvailabilityChangedV1 = defineEvent({
  type: 'asset.availability-changed.v1',
  producer: 'asset',
  summary: 'An asset became available, unavailable or expired, or its expiry moved.',
  data: asset,
});

export const AssetRightsChangedV1 = defineEvent({
  type: 'asset.rights-changed.v1',
  producer: 'asset',
  summary: 'Whether an asset may be shared changed.',
  data: asset,
});

export const AssetDeletedV1 = defineEvent({
  type: 'asset.deleted.v1',
  producer: 'asset',
  summary: 'An asset was deleted; its bytes are gone or will be soon.',
  data: z.object({
    assetId: z.uuid(),
    accountId: z.uuid(),
    domainId: z.uuid(),
    version: z.int(),
    fileName: z.string(),
    actorId: z.uuid().nullable(),
  }),
});
