import * as z from 'zod';

/** What an asset is, for its icon and its filter; found from the bytes at ingest. */
export const ASSET_KINDS = [
  'image',
  'video',
  'audio',
  'pdf',
  'document',
  'text',
  'archive',
  'other',
] as const;
export const AssetKind = z.enum(ASSET_KINDS);
export type AssetKind = z.infer<typeof AssetKind>;

/** `expired` follows from the expiry date by itself; `processing` ends when the renditions are made. */
export const AVAILABILITIES = ['processing', 'available', 'unavailable', 'expired'] as const;
export const Availability = z.enum(AVAILABILITIES);
export type Availability = z.infer<typeof Availability>;

/** Why a selected asset is not in a download or a share (product.md, rule 2). Nothing is left out without one. */
export const EXCLUSION_REASONS = [
  'unavailable',
  'expired',
  'still-processing',
  'may-not-be-shared',
  'already-in-this-share',
  'not-for-its-guests',
  'not-in-your-domains',
] as const;
export const ExclusionReason = z.enum(EXCLUSION_REASONS);
export type ExclusionReason = z.infer<typeof ExclusionReason>;

/** An asset that was asked for and left out, with the reason. */
export const ExcludedAsset = z.object({ assetId: z.uuid(), fileName: z.string(), reason: ExclusionReason });
export type ExcludedAsset = z.infer<typeof ExcludedAsset>;

/** One asset as a list or a page shows it. Sizes in bytes, pictures in pixels, a PDF by its first page in points. */
export const AssetView = z.object({
  id: z.uuid(),
  domainId: z.uuid(),
  fileName: z.string(),
  title: z.string(),
  tags: z.array(z.string()),
  kind: AssetKind,
  mediaType: z.string(),
  byteSize: z.int().nonnegative(),
  sha256: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  availability: Availability,
  expiresAt: z.iso.datetime().nullable(),
  shareable: z.boolean(),
  /** Whether its bytes would be served now: rule 1 of product.md. */
  downloadable: z.boolean(),
  /** Relative to the origin; null where there is no picture of it. */
  thumbnailUrl: z.string().nullable(),
  previewUrl: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type AssetView = z.infer<typeof AssetView>;
