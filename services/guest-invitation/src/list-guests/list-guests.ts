import type { GuestView, UserActor } from '@vitrine/contracts';
import { type Page, decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import { awaitNamedGuests } from '../await-named-guests.ts';
import { as } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { Place, areLike, guestView, inOrder, isAfter, placeOf } from '../guest-view.ts';

interface ListGuests {
  readonly id: string;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * The guests of a share: active ones first, expired ones at the bottom. Their order goes by the clock, so a page is
 * cut out of all of them, which are at most GUESTS_MAX.
 */
export const listGuests =
  ({ database: { repositories }, clients }: GuestDeps) =>
  async ({ id, q = '', cursor, limit }: ListGuests, actor: UserActor): Promise<Page<GuestView>> => {
    const after = decodeCursor(Place, cursor);
    await awaitNamedGuests(repositories, await clients.share.managedBy({ shareId: id }, as(actor)));
    const now = await repositories.databaseNow();
    const all = inOrder(areLike(await repositories.invitations.ofShare(id), q), now);
    const rows = after === undefined ? all : all.filter((each) => isAfter(placeOf(each, now), after));
    const mails = await repositories.mails.newestOf(rows.slice(0, limit).map((each) => each.id));
    return pageOfRows(rows, limit, {
      itemOf: (each) => guestView(each, mails.get(each.id), now),
      keyOf: (each) => placeOf(each, now),
    });
  };
