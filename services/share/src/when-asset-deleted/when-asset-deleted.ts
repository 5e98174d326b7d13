import { AssetDeletedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import { keepDecision } from '../keep-decision.ts';
import type { ShareTransaction } from '../share-repository.ts';
import { removeAssets } from '../share.ts';

/** Takes a deleted asset out of every share that holds it. */
export const whenAssetDeleted = on(AssetDeletedV1, async ({ data, time }, tx: ShareTransaction) => {
  const { assetId, version, fileName } = data;
  // Waits for whoever is just adding it to a share, so that the shares found below are all there are.
  await tx.assets.bury({ assetId, version, fileName, createdAt: new Date(time) });
  for (const share of await tx.shares.lockedHolding(assetId)) {
    const removed = await tx.shareAssets.remove(share.id, [assetId]);
    await keepDecision(tx, removeAssets(share, removed, { by: null, now: await tx.assets.now() }));
  }
});
