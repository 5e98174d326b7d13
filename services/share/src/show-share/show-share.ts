import type { LiveInvitation, ShareView, UserActor } from '@vitrine/contracts';
import { type ReachShare, type ReachedShare, extentOf } from '../access.ts';
import { AS_SHARE, type ShareClients } from '../clients.ts';
import { domainsThatCount } from '../domains-that-count.ts';
import type { ShareDatabase } from '../share-repository.ts';
import { viewOfShare } from '../share-view.ts';

interface Deps {
  readonly database: Pick<ShareDatabase, 'repositories'>;
  readonly reach: ReachShare;
  readonly clients: Pick<ShareClients, 'guest'>;
}

/** Shows a share to its owner, an administrator, or an internal guest of it; whoever is invited has opened it by that. */
export const showShare =
  ({ database: { repositories }, reach, clients }: Deps) =>
  async ({ id }: { id: string }, actor: UserActor): Promise<ShareView> => {
    const reached = await reach(id, actor, 'see');
    const { share, access } = reached;
    const [[summary], invitation] = await Promise.all([
      repositories.shareAssets.summaries([share.id], extentOf(access), domainsThatCount(access, actor)),
      invitationOf(clients, reached, actor),
    ]);
    if (invitation?.isOpened === false)
      await clients.guest.openAsUser({ userId: actor.userId, shareId: share.id }, AS_SHARE);
    return viewOfShare(share, summary, access);
  };

/** An administrator reaches a share without an invitation, and may have one; they see it where that cannot be told. */
const invitationOf = async (
  { guest }: Deps['clients'],
  { share, access }: ReachedShare,
  { userId }: UserActor,
): Promise<LiveInvitation | null> => {
  if (access.role !== 'administrator' || !share.enabled) return access.invitation;
  const told = await guest.ofUser({ userId, shareId: share.id }, AS_SHARE).catch(() => null);
  return told?.invitation ?? null;
};
