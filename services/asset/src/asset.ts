import type { AssetKind, Availability, ExclusionReason } from '@vitrine/contracts';

/** What is kept of an availability: `expired` is none of these, since it follows from the expiry by itself. */
export type KeptAvailability = Exclude<Availability, 'expired'>;

/** One file with its title, its rights, and what is known of its bytes. */
export interface Asset {
  id: string;
  accountId: string;
  domainId: string;
  /** Grows by one with each event that tells of the asset. */
  version: number;
  fileName: string;
  title: string;
  tags: string[];
  kind: AssetKind;
  mediaType: string;
  byteSize: number;
  sha256: string;
  crc32: number;
  objectKey: string;
  width: number | null;
  height: number | null;
  durationMs: number | null;
  availability: KeptAvailability;
  /** Whether its pictures were made, or found to be impossible. */
  isRendered: boolean;
  hasThumbnail: boolean;
  hasPreview: boolean;
  expiresAt: Date | null;
  isExpiryAnnounced: boolean;
  shareable: boolean;
  /** The user who brought it; null where a system did. */
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export type PictureName = 'thumbnail' | 'large-thumbnail' | 'preview';
/** A page of a document, from the second on: the first is its preview. */
type PageName = `page-${number}`;
/** What is drawn when it is first asked for. */
export type PictureOnDemand = PageName | 'large-preview' | `large-${PageName}`;

/** A picture of an asset as an object of the store. */
export interface Rendition {
  assetId: string;
  name: PictureName | PictureOnDemand;
  objectKey: string;
  width: number;
  height: number;
  byteSize: number;
  /** Strong and quoted, as it is served. */
  etag: string;
}

export const PICTURE_NAMES: readonly PictureName[] = ['thumbnail', 'large-thumbnail', 'preview'];

/** The picture of a page of a document; its first page is its preview. */
export const pageName = (page: number): PageName | 'preview' => (page === 1 ? 'preview' : `page-${page}`);

/** The same in its large size; whatever is no document has one page. */
export const largePageName = (page: number): PictureOnDemand => `large-${pageName(page)}`;

/** The availability as people see it at an instant. An asset that was made unavailable stays so when it expires. */
export const availabilityAt = (asset: Pick<Asset, 'availability' | 'expiresAt'>, now: Date): Availability =>
  asset.availability !== 'unavailable' && isExpiredAt(asset, now) ? 'expired' : asset.availability;

/** Rule 1 of product.md: why the bytes would not be served at that instant; null when they would. */
export const reasonNotDownloadable = (
  asset: Pick<Asset, 'availability' | 'expiresAt'>,
  now: Date,
): ExclusionReason | null => REASONS[availabilityAt(asset, now)];

/** It expires at the very instant, not after it. */
export const isExpiredAt = ({ expiresAt }: Pick<Asset, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== null && expiresAt.getTime() <= now.getTime();

/** Where a picture of an asset is; the same at each attempt, so that a repeated one leaves nothing behind. */
export const pictureKey = (assetId: string, name: PictureName | PictureOnDemand): string =>
  `renditions/${assetId}/${name}.webp`;

const REASONS: Record<Availability, ExclusionReason | null> = {
  unavailable: 'unavailable',
  expired: 'expired',
  processing: 'still-processing',
  available: null,
};
