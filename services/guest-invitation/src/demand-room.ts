import type { InvitationPolicy } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GuestTransaction } from './invitation-repository.ts';
import { secondsUntilRoom } from './invitation-limit.ts';

/**
 * Counts invitations that somebody sends, where the account limits them. In the transaction that sends them: what is not
 * sent is not counted, and of many at once no more are sent than there is room for.
 * @throws AppError `invitation-limit-reached` with `retryAfterSeconds` and the limit
 */
export const demandRoom = async (
  { invitationCounts }: Pick<GuestTransaction, 'invitationCounts'>,
  { invitationsPerHour }: Pick<InvitationPolicy, 'invitationsPerHour'>,
  { userId, count }: { userId: string; count: number },
): Promise<void> => {
  if (invitationsPerHour === null || count === 0) return;
  const counted = await invitationCounts.locked(userId);
  const retryAfterSeconds = secondsUntilRoom(counted, count, invitationsPerHour);
  if (retryAfterSeconds !== null)
    throw new AppError('invitation-limit-reached', { retryAfterSeconds, invitationsPerHour });
  await invitationCounts.add(userId, count);
};
