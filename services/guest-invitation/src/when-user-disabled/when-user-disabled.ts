import { UserDisabledV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { GuestTransaction } from '../invitation-repository.ts';
import { remove } from '../invitation.ts';

/** Who cannot sign in any more is no internal guest any more. */
export const whenUserDisabled = on(UserDisabledV1, async ({ data }, transaction: GuestTransaction) => {
  const { users, invitations, outbox, databaseNow } = transaction;
  await users.disable(data);
  const now = await databaseNow();
  for (const { id } of await invitations.ofUser(data.userId)) {
    const before = await invitations.locked(id);
    if (before === null) continue;
    const { invitation, events } = remove(before, now, null);
    await invitations.save(invitation);
    await outbox.add(events);
  }
});
