import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { AS_SHARE, type ShareClients } from './clients.ts';
import type { ShareDatabase } from './share-repository.ts';

/**
 * The domains whose assets a share holds, those too that nobody can have now: they come back by themselves. What was
 * kept before domains were, is asked for once.
 * @throws AppError `temporarily-unavailable` where one is not to be told: a policy of it would be passed over
 */
export const domainsOfShare = async (
  { inTransaction, repositories: { shareAssets } }: ShareDatabase,
  { asset }: Pick<ShareClients, 'asset'>,
  shareId: string,
): Promise<string[]> => {
  const known = await shareAssets.domains(shareId);
  if (known.untoldAssetIds.length === 0) return known.domainIds;
  const { assetId, domainId } = await asset.files({ assetIds: known.untoldAssetIds }, AS_SHARE);
  await inTransaction(({ assets }) => assets.keepDomains(assetId, domainId));
  const told = await shareAssets.domains(shareId);
  if (told.untoldAssetIds.length > 0) throw new AppError('temporarily-unavailable');
  return told.domainIds;
};
