import type { ListedShare, UserActor } from '@vitrine/contracts';
import { type Page, decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import * as z from 'zod';
import { demandShares } from '../access.ts';
import { AS_SHARE, type ShareClients } from '../clients.ts';
import { domainsThatCount } from '../domains-that-count.ts';
import { guestCountsOf } from './guest-counts.ts';
import type { ShareDatabase, ShareQuery } from '../share-repository.ts';
import { type Viewer, viewOfShare } from '../share-view.ts';
import type { Share } from '../share.ts';

interface Deps {
  readonly database: Pick<ShareDatabase, 'repositories'>;
  readonly clients: Pick<ShareClients, 'guest'>;
}

interface ListShares {
  readonly scope: 'owned' | 'received';
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Whose shares are listed, and what the reader is to each of them. */
interface Shelf {
  readonly whose: ShareQuery['whose'];
  readonly viewerOf: (shareId: string) => Viewer;
}

const Place = z.object({ updatedAt: z.iso.datetime(), id: z.uuid() });

/** Lists the shares that a user owns, or those open ones that the user was invited to; the last changed first. */
export const listShares =
  ({ database: { repositories }, clients }: Deps) =>
  async ({ scope, q = '', cursor, limit }: ListShares, actor: UserActor): Promise<Page<ListedShare>> => {
    demandShares(actor);
    const after = decodeCursor(Place, cursor);
    const shelf = scope === 'owned' ? owned(actor) : await received(repositories, clients, actor);
    const { accountId } = actor;
    const query = { accountId, whose: shelf.whose, q: q.trim(), after, limit: limit + 1 };
    const shares = await repositories.shares.page(query);
    const shareIds = shares.slice(0, limit).map(({ id }) => id);
    const extent = scope === 'owned' ? 'all' : 'takeable';
    const [summaries, guestCountOf] = await Promise.all([
      repositories.shareAssets.summaries(
        shareIds,
        extent,
        scope === 'owned' ? domainsThatCount({ role: 'owner' }, actor) : null,
      ),
      scope === 'owned' ? guestCountsOf(shareIds, clients) : untold,
    ]);
    const summaryOf = new Map(summaries.map((summary) => [summary.shareId, summary]));
    return pageOfRows(shares, limit, {
      itemOf: (share) => ({
        ...viewOfShare(share, summaryOf.get(share.id), shelf.viewerOf(share.id)),
        guestCount: guestCountOf(share.id),
      }),
      keyOf: ({ updatedAt, id }: Share) => ({ updatedAt: updatedAt.toISOString(), id }),
    });
  };

/** Guests are not told of one another. */
const untold = (): null => null;

const owned = ({ userId }: UserActor): Shelf => ({
  whose: { ownerId: userId },
  viewerOf: () => ({ role: 'owner', invitation: null }),
});

const received = async (
  { accounts }: ShareDatabase['repositories'],
  { guest }: Deps['clients'],
  { userId, accountId }: UserActor,
): Promise<Shelf> => {
  const { invitations } = await guest.allOfUser({ userId }, AS_SHARE);
  const invitationTo = new Map(invitations.map((invitation) => [invitation.shareId, invitation]));
  return {
    whose: { openAmong: (await accounts.hasShares(accountId)) ? [...invitationTo.keys()] : [] },
    viewerOf: (shareId) => ({ role: 'guest', invitation: invitationTo.get(shareId) ?? null }),
  };
};
