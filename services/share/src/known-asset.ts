import type { AssetFile, AssetKind, Availability, ExcludedAsset, ExclusionReason } from '@vitrine/contracts';
import { type Sliced, atOnce, forEach } from '@vitrine/platform/schedule/slices.ts';

/** What share knows of an asset: enough to show it and to decide who may have it. */
export interface KnownAsset {
  readonly assetId: string;
  /** Of the asset, when we last heard of it. */
  readonly version: number;
  readonly fileName: string;
  readonly title: string;
  readonly kind: AssetKind;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly availability: Availability;
  readonly expiresAt: Date | null;
  readonly shareable: boolean;
  readonly hasThumbnail: boolean;
  readonly hasPreview: boolean;
  readonly createdAt: Date;
}

/** What was told of an asset: its domain too, which says no more than whose policy counts. */
export type ToldAsset = KnownAsset & { readonly domainId: string };

/** Of what is in a share the domain is null where it was never told. */
export interface OfDomain {
  readonly domainId: string | null;
}

/** What it takes to decide on an asset, and to name it. */
export type Candidate = Pick<KnownAsset, 'assetId' | 'fileName' | 'availability' | 'expiresAt' | 'shareable'>;

/** A selection, told apart. */
export interface SiftedAssets {
  readonly shareable: readonly Candidate[];
  readonly excluded: readonly ExcludedAsset[];
}

/** The availability at an instant: an expiry date passes by itself, without an event. */
export const availabilityAt = (
  { availability, expiresAt }: Pick<KnownAsset, 'availability' | 'expiresAt'>,
  now: Date,
): Availability =>
  availability !== 'unavailable' && expiresAt !== null && expiresAt <= now ? 'expired' : availability;

interface Circumstances {
  readonly isAlreadyIn?: boolean;
  readonly isForGuests?: boolean;
  /** Whether it is of a domain of the one who asks, where that counts (rule 3). */
  readonly isTheirs?: boolean;
}

/** Why an asset cannot be had through a share now; null when it can (product.md, rule 2). */
export const shareability = (
  asset: Pick<KnownAsset, 'availability' | 'expiresAt' | 'shareable'>,
  now: Date,
  { isAlreadyIn = false, isForGuests = true, isTheirs = true }: Circumstances = {},
): ExclusionReason | null => {
  const reason = REASON_OF_AVAILABILITY[availabilityAt(asset, now)];
  if (reason !== null) return reason;
  if (!asset.shareable) return 'may-not-be-shared';
  if (isAlreadyIn) return 'already-in-this-share';
  if (!isForGuests) return 'not-for-its-guests';
  // After what keeps it from guests too, so that an owner is told of that.
  return isTheirs ? null : 'not-in-your-domains';
};

/** What is special about assets for the share that they are to be added to, or are in. */
export interface OfShare {
  readonly alreadyIn?: ReadonlySet<string>;
  /** Those whose domain asks for more than one of its guests has. */
  readonly notForGuests?: ReadonlySet<string>;
  /** Those of domains that the one who asks does not belong to. */
  readonly notTheirs?: ReadonlySet<string>;
}

/** Tells what of a selection can be shared; the same asset twice is one, the order stays. It can pause. */
export function* sifting(
  assets: readonly Candidate[],
  now: Date,
  { alreadyIn, notForGuests, notTheirs }: OfShare = {},
): Sliced<SiftedAssets> {
  const shareable: Candidate[] = [];
  const excluded: ExcludedAsset[] = [];
  const byId = new Map<string, Candidate>();
  yield* forEach(assets, (asset) => byId.set(asset.assetId, asset));
  yield* forEach([...byId.values()], (asset) => {
    const reason = shareability(asset, now, {
      isAlreadyIn: alreadyIn?.has(asset.assetId) ?? false,
      isForGuests: !notForGuests?.has(asset.assetId),
      isTheirs: !notTheirs?.has(asset.assetId),
    });
    if (reason === null) shareable.push(asset);
    else excluded.push({ assetId: asset.assetId, fileName: asset.fileName, reason });
  });
  return { shareable, excluded };
}

export const sift = (assets: readonly Candidate[], now: Date, ofShare?: OfShare): SiftedAssets =>
  atOnce(sifting(assets, now, ofShare));

/** What asset told of a file at this instant, so that no date is to be looked at again. */
export const candidateOf = ({ assetId, fileName, reason, shareable }: AssetFile): Candidate => ({
  assetId,
  fileName,
  availability: reason === null ? 'available' : (AVAILABILITY_OF_REASON.get(reason) ?? 'unavailable'),
  expiresAt: null,
  shareable,
});

const REASON_OF_AVAILABILITY: Record<Availability, ExclusionReason | null> = {
  unavailable: 'unavailable',
  expired: 'expired',
  processing: 'still-processing',
  available: null,
};

const AVAILABILITY_OF_REASON: ReadonlyMap<ExclusionReason | null, Availability> = new Map(
  Object.entries(REASON_OF_AVAILABILITY).map(([availability, reason]) => [
    reason,
    availability as Availability,
  ]),
);
