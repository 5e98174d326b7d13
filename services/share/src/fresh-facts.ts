import type { AssetFacts, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { forEach, inParts, inTurns, mapOf } from '@vitrine/platform/schedule/slices.ts';
import type * as z from 'zod';
import type { ShareClients } from './clients.ts';
import type { KnownAsset, ToldAsset } from './known-asset.ts';
import type { ShareTransaction } from './share-repository.ts';

type Facts = z.infer<typeof AssetFacts>;

/** Each has twenty fields, and each field is checked: a part takes some ms. */
const FACTS_ASKED_FOR = { size: 500, atATime: 2 };

/** Facts of all that a person selected. @throws AppError `not-found` where one of them is not theirs to see */
export const askFreshFacts = async (
  { asset }: Pick<ShareClients, 'asset'>,
  assetIds: readonly string[],
  actor: UserActor,
): Promise<Facts[]> => {
  const parts = await inParts(assetIds, FACTS_ASKED_FOR, (part) =>
    asset.visibleTo({ assetIds: part }, { context: { actor } }),
  );
  return parts.flatMap(({ assets }) => assets);
};

/** What asset answers of an asset, as share keeps it. */
export const knownFrom = (facts: Facts): ToldAsset => ({
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
  facts: readonly Facts[],
): Promise<KnownAsset[]> => {
  // A transaction is open: it lets others have their turns, and waits for nobody.
  const told = await inTurns(mapOf(facts, knownFrom));
  await assets.keep(told);
  const better = await assets.knownBetter(told);
  if (better.some(({ isDeleted }) => isDeleted)) throw new AppError('not-found');
  const betterOf = new Map<string, KnownAsset>();
  await inTurns(forEach(better, (asset) => betterOf.set(asset.assetId, asset)));
  return inTurns(mapOf(told, (asset) => betterOf.get(asset.assetId) ?? asset));
};
