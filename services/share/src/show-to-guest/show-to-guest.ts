import type { GuestActor, GuestShareView } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type * as z from 'zod';
import type { ReachShare } from '../access.ts';
import type { ShareDatabase } from '../share-repository.ts';
import { downloadsLeft } from '../share-view.ts';

interface Deps {
  readonly database: Pick<ShareDatabase, 'repositories'>;
  readonly reach: ReachShare;
}

/** Shows a guest the share of the invitation: what rule 8 of product.md names, and nothing else. */
export const showToGuest =
  ({ database: { repositories }, reach }: Deps) =>
  async (actor: GuestActor): Promise<z.infer<typeof GuestShareView>> => {
    const { share, access } = await reach(actor.shareId, actor, 'see');
    if (access.invitation === null) throw new AppError('link-not-valid');
    return {
      id: share.id,
      title: share.title,
      description: share.description,
      sharedBy: share.ownerName,
      expiresAt: access.invitation.expiresAt,
      downloadsMax: share.downloadsMax,
      downloadsLeft: downloadsLeft(share, access.invitation),
      ...(await repositories.shareAssets.takeable(share.id)),
    };
  };
