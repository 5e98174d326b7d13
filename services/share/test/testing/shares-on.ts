import type { Actor, UserActor } from '@vitrine/contracts';
import { type benchOfFile, as } from './open-bench.ts';

/** Shares of one person, and the ways to see what is in them. */
export const sharesOn = (bench: ReturnType<typeof benchOfFile>, owner: () => UserActor) => ({
  aShareWith: async (...assets: { assetId: string }[]) => {
    const assetIds = assets.map(({ assetId }) => assetId);
    const request = { title: 'Autumn', description: 'Leaves', assetIds };
    return (await bench.shares.create(request, as(owner()))).share;
  },
  seeing: (shareId: string, assetId: string, who: Actor) => [
    () => bench.internal.canSee({ shareId, assetId }, as(who)),
    () => bench.internal.takeable({ shareId, assetIds: [assetId] }, as(who)),
  ],
});
