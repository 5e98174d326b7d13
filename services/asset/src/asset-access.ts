import type { Actor, UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Asset } from './asset.ts';

/** Asks share whether the one who acts may see an asset through a share; rejects where not. */
export type SeenThroughShare = (actor: Actor, at: { shareId: string; assetId: string }) => Promise<unknown>;

type Owned = Pick<Asset, 'id' | 'accountId' | 'domainId'>;

/** What share says to somebody who may not: all of it is the same to the one who asks. */
const REFUSALS = new Set([
  'not-found',
  'link-not-valid',
  'not-signed-in',
  'not-allowed',
  'shares-not-enabled',
]);

/** Rule 3 of product.md: a person's own right, by a domain that the person belongs to. */
export const isInDomainOf = (actor: Actor, asset: Pick<Asset, 'accountId' | 'domainId'>): boolean =>
  actor.kind === 'user' && actor.accountId === asset.accountId && actor.domainIds.includes(asset.domainId);

/** The asset, for a person of its domain. @throws AppError `not-found` for anybody else, as if there were none. */
export const assertInDomainOf = <Found extends Owned>(actor: Actor, asset: Found | null): Found => {
  if (!asset || !isInDomainOf(actor, asset)) throw new AppError('not-found');
  return asset;
};

/** The domain that a person means. @throws AppError `not-found` for a domain that is not theirs. */
export const domainOf = (actor: UserActor, given: string | undefined): string | null => {
  const domainId = given?.toLowerCase();
  if (domainId !== undefined && !actor.domainIds.includes(domainId)) throw new AppError('not-found');
  return domainId ?? actor.currentDomainId;
};

/**
 * May the one who acts see this asset: by a domain of theirs, or through the share named? Every route that shows
 * something of an asset to a person asks here. @throws AppError `not-found` where not, `temporarily-unavailable` where
 * it cannot be established.
 */
export const assertMaySee =
  (seenThroughShare: SeenThroughShare) =>
  async (actor: Actor, asset: Owned | null, shareId: string | undefined): Promise<void> => {
    if (!asset) throw new AppError('not-found');
    if (isInDomainOf(actor, asset)) return;
    if (shareId === undefined || !mayAskThrough(actor, shareId)) throw new AppError('not-found');
    try {
      await seenThroughShare(actor, { shareId, assetId: asset.id });
    } catch (error) {
      const isRefusal = error instanceof AppError && REFUSALS.has(error.code);
      throw new AppError(isRefusal ? 'not-found' : 'temporarily-unavailable', {}, { cause: error });
    }
  };

const mayAskThrough = (actor: Actor, shareId: string): boolean =>
  actor.kind === 'user' || (actor.kind === 'guest' && actor.shareId === shareId);
