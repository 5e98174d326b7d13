import { UserDisabledV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import { keepDecision } from '../keep-decision.ts';
import type { ShareTransaction } from '../share-repository.ts';
import { disableShare } from '../share.ts';

/**
 * Closes the shares of a person who can no longer answer for them. They stay, and an administrator can open them again.
 * An event that comes late closes them too: when in doubt, closed.
 */
export const whenUserDisabled = on(UserDisabledV1, async ({ data }, tx: ShareTransaction) => {
  const { userId, version } = data;
  await tx.users.keep({ userId, version, isDisabled: true });
  for (const share of await tx.shares.lockedEnabledOf(userId))
    await keepDecision(tx, disableShare(share, { by: null, now: await tx.assets.now() }));
});
