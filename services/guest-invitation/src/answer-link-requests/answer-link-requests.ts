import type { GuestDeps } from '../deps.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import { requestLink } from '../invitation.ts';
import { saveChanges } from '../save-change.ts';

const AT_ONCE = 100;
/** A guest who asks again within that has asked already. */
const ONCE_IN_DAYS = 1;

type Deps = Pick<GuestDeps, 'database' | 'newId' | 'onMailQueued'>;

/** Tells the owners of shares who asked for a new link. What never was a link is forgotten. */
export const answerLinkRequests =
  ({ database, newId, onMailQueued }: Deps) =>
  async (): Promise<void> => {
    for (;;) {
      const taken = await database.inTransaction(async (transaction) => {
        const secretHashes = await transaction.linkRequests.take(AT_ONCE);
        for (const id of await transaction.links.everOf(secretHashes)) await tell(transaction, id, newId);
        return secretHashes.length;
      });
      if (taken > 0) onMailQueued();
      if (taken < AT_ONCE) return;
    }
  };

/** The mail waits from the transaction that takes the request: whatever dies, it is one. */
const tell = async (
  transaction: GuestTransaction,
  invitationId: string,
  newId: () => string,
): Promise<void> => {
  const { invitations, deletedShares, mails, databaseNow } = transaction;
  const before = await invitations.everLocked(invitationId);
  if (before === null || (await deletedShares.has(before.shareId))) return;
  if (await mails.hadWithinDays(invitationId, 'link-requested', ONCE_IN_DAYS)) return;
  await saveChanges(transaction, [requestLink(before, await databaseNow())]);
  await mails.addAll([{ id: newId(), invitationId, kind: 'link-requested' }]);
};
