import type { AssetFacts } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type * as z from 'zod';
import type { KnownAsset, ToldAsset } from './known-asset.ts';
import type { ShareTransaction } from './share-repository.ts';

/** Each id once, in the form the database gives it back. */
export const distinctIds = (ids: readonly string[]): string[] => [
  ...new Set(ids.map((id) => id.toLowerCase())),
];

/** What asset answers of an asset, as share keeps it. */
export const knownFrom = (facts: z.infer<typeof AssetFacts>): ToldAsset => ({
  assetId: facts.assetId,
  version: facts.version,
  fileName: facts.fileName,
  title: facts.title,
  kind: facts.kind,
  mediaType: facts.mediaType,
  byteSize: facts.byteSize,
  sha256: facts.sha256,
  width: facts.width,
  height: facts.height,
  availability: facts.availability,
  expiresAt: facts.expiresAt === null ? null : new Date(facts.expiresAt),
  shareable: facts.shareable,
  hasThumbnail: facts.hasThumbnail,
  hasPreview: facts.hasPreview,
  createdAt: new Date(facts.createdAt),
  domainId: facts.domainId,
});

/**
 * Keeps facts that were just asked for, so that a share of an asset is right before the events about it come; answers
 * with the newest known. @throws AppError `not-found` when one was deleted meanwhile
 */
export const keepFreshFacts = async (
  { assets }: Pick<ShareTransaction, 'assets'>,
  facts: readonly z.infer<typeof AssetFacts>[],
): Promise<KnownAsset[]> => {
  const told = facts.map(knownFrom);
  await assets.keep(told);
  const better = await assets.knownBetter(told);
  if (better.some(({ isDeleted }) => isDeleted)) throw new AppError('not-found');
  const betterOf = new Map(better.map((asset) => [asset.assetId, asset]));
  return told.map((asset) => betterOf.get(asset.assetId) ?? asset);
};
