import type { GuestsPage, UserActor } from '@vitrine/contracts';
import { decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import { areStillExpected, awaitNamedGuests } from '../await-named-guests.ts';
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
  async ({ id, q = '', cursor, limit }: ListGuests, actor: UserActor): Promise<GuestsPage> => {
    const after = decodeCursor(Place, cursor);
    const share = await clients.share.managedBy({ shareId: id }, as(actor));
    await awaitNamedGuests(repositories, share);
    // Before the guests are read: who arrives in between is in the list, and is said to be expected once more.
    const areBeingInvited = await areStillExpected(repositories, share);
    const now = await repositories.databaseNow();
    const all = inOrder(areLike(await repositories.invitations.ofShare(id), q), now);
    const rows = after === undefined ? all : all.filter((each) => isAfter(placeOf(each, now), after));
    const mails = await repositories.mails.newestOf(rows.slice(0, limit).map((each) => each.id));
    const page = pageOfRows(rows, limit, {
      itemOf: (each) => guestView(each, mails.get(each.id), now),
      keyOf: (each) => placeOf(each, now),
    });
    return { ...page, areBeingInvited };
  };
