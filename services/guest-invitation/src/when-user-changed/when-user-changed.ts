import { UserCreatedV1, UserUpdatedV1 } from '@vitrine/contracts';
import { onAny } from '@vitrine/platform/bus/subscription.ts';
import type { GuestTransaction } from '../invitation-repository.ts';

/** Keeps names and addresses of users, so that an internal guest can be told from an external one and gets mail where they are. */
export const whenUserChanged = onAny(
  [UserCreatedV1, UserUpdatedV1],
  async ({ data }, { users, invitations }: GuestTransaction) => {
    if (await users.keep(data)) await invitations.follow(data);
  },
);
