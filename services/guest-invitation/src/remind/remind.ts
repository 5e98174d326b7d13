import type { GuestDeps } from '../deps.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import type { Invitation } from '../invitation.ts';
import { newsOfUnopened } from '../reminders.ts';

const AT_ONCE = 100;

type Deps = Pick<GuestDeps, 'database' | 'newId' | 'onMailQueued'>;

/**
 * Reminds of invitations of two days and more that end within a day, by the database's clock. The mails wait from the
 * transaction that marks them as reminded: whatever dies, each is one (decision 037).
 */
export const remind =
  ({ database, newId, onMailQueued }: Deps) =>
  async (): Promise<void> => {
    for (;;) {
      const reminded = await database.inTransaction(async (transaction) => {
        const ending = await transaction.invitations.lockedToRemind(AT_ONCE);
        await transaction.invitations.markReminded(ending.map(({ id }) => id));
        await remindGuests(transaction, ending, newId);
        for (const news of newsOfUnopened(ending, 'unopened-soon'))
          await transaction.mails.tellOwner({ ...news, id: newId() });
        return ending.length;
      });
      if (reminded > 0) onMailQueued();
      if (reminded < AT_ONCE) return;
    }
  };

/** A guest whom the invitation never reached is not reminded of it. */
const remindGuests = async (
  { mails }: GuestTransaction,
  ending: readonly Invitation[],
  newId: () => string,
): Promise<void> => {
  const invitations = await mails.newestOf(ending.map(({ id }) => id));
  const reached = ending.filter(({ id }) => invitations.get(id)?.state === 'sent');
  await mails.addAll(reached.map(({ id }) => ({ id: newId(), invitationId: id, kind: 'ends-soon' })));
};
