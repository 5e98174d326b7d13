import type { Actor } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { demandRoom } from '../demand-room.ts';
import type { GuestDeps } from '../deps.ts';
import { policyOfDomains } from '../policy-of-share.ts';

interface Sent {
  userId: string;
  accountId: string;
  /** Of the assets that the share will hold. */
  domainIds: string[];
  count: number;
}

/**
 * Counts the invitations that a new share asks for, before it is made: its guests are invited by its event, and then
 * none may be left out.
 * @throws AppError `invitation-limit-reached`
 */
export const countInvitations =
  ({ database, clients }: Pick<GuestDeps, 'database' | 'clients'>) =>
  async ({ userId, accountId, domainIds, count }: Sent, actor: Actor): Promise<void> => {
    serviceOf(actor);
    const policy = await policyOfDomains(clients, accountId, domainIds);
    await database.inTransaction((transaction) => demandRoom(transaction, policy, { userId, count }));
  };
