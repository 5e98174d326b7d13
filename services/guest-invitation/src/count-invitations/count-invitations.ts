import type { Actor } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AS_GUEST_INVITATION } from '../clients.ts';
import { demandRoom } from '../demand-room.ts';
import type { GuestDeps } from '../deps.ts';

interface Sent {
  userId: string;
  accountId: string;
  count: number;
}

/**
 * Counts the invitations that a new share asks for, before it is made: its guests are invited by its event, and then
 * none may be left out.
 * @throws AppError `invitation-limit-reached`
 */
export const countInvitations =
  ({ database, clients }: Pick<GuestDeps, 'database' | 'clients'>) =>
  async ({ userId, accountId, count }: Sent, actor: Actor): Promise<void> => {
    serviceOf(actor);
    const policy = await clients.identity.policyOf({ accountId }, AS_GUEST_INVITATION);
    await database.inTransaction((transaction) => demandRoom(transaction, policy, { userId, count }));
  };
