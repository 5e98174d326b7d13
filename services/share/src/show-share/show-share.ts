import type { ShareView, UserActor } from '@vitrine/contracts';
import { type ReachShare, extentOf } from '../access.ts';
import { AS_SHARE, type ShareClients } from '../clients.ts';
import { domainsThatCount } from '../domains-that-count.ts';
import type { ShareDatabase } from '../share-repository.ts';
import { viewOfShare } from '../share-view.ts';

interface Deps {
  readonly database: Pick<ShareDatabase, 'repositories'>;
  readonly reach: ReachShare;
  readonly clients: Pick<ShareClients, 'guest'>;
}

/** Shows a share to its owner, an administrator, or an internal guest of it, who has opened it by that. */
export const showShare =
  ({ database: { repositories }, reach, clients }: Deps) =>
  async ({ id }: { id: string }, actor: UserActor): Promise<ShareView> => {
    const { share, access } = await reach(id, actor, 'see');
    const [summary] = await repositories.shareAssets.summaries(
      [share.id],
      extentOf(access),
      domainsThatCount(access, actor),
    );
    if (access.invitation?.isOpened === false)
      await clients.guest.openAsUser({ userId: actor.userId, shareId: share.id }, AS_SHARE);
    return viewOfShare(share, summary, access);
  };
