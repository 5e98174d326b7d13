import { UserUpdatedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { ShareTransaction } from '../share-repository.ts';

/** A user who is told of is one who can sign in, perhaps again. */
export const whenUserUpdated = on(
  UserUpdatedV1,
  async ({ data: { userId, version } }, { users }: ShareTransaction) => {
    await users.keep({ userId, version, isDisabled: false });
  },
);
