import type { GuestView, UserActor } from '@vitrine/contracts';
import { awaitNamedGuests } from '../await-named-guests.ts';
import { as } from '../clients.ts';
import type { GuestDeps } from '../deps.ts';
import { guestView, inOrder } from '../guest-view.ts';

/** All guests of a share: active ones first, expired ones at the bottom. At most GUESTS_MAX, so it is one page. */
export const listGuests =
  ({ database: { repositories }, clients }: GuestDeps) =>
  async ({ id }: { id: string }, actor: UserActor): Promise<{ items: GuestView[]; nextCursor: null }> => {
    await awaitNamedGuests(repositories, await clients.share.managedBy({ shareId: id }, as(actor)));
    const now = await repositories.databaseNow();
    const invitations = inOrder(await repositories.invitations.ofShare(id), now);
    const mails = await repositories.mails.newestOf(invitations.map((each) => each.id));
    return { items: invitations.map((each) => guestView(each, mails.get(each.id), now)), nextCursor: null };
  };
