import { UserDisabledV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import { remove } from '../invitation.ts';
import { saveRemovals } from '../save-change.ts';

/**
 * Who cannot sign in any more is no internal guest any more. Invitations from after that instant stay: the user was
 * enabled again, and this is told late.
 */
export const whenUserDisabled = on(UserDisabledV1, async ({ data, time }, transaction: GuestTransaction) => {
  const { users, invitations, databaseNow } = transaction;
  await users.disable(data);
  const now = await databaseNow();
  for (const { id } of await invitations.ofUser(data.userId)) {
    const before = await invitations.locked(id);
    if (before === null || before.invitedAt > new Date(time)) continue;
    await saveRemovals(transaction, [remove(before, now, null)]);
  }
});
