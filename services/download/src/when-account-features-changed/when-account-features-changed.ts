import { AccountFeaturesChangedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { RunningDownloads } from '../running-downloads.ts';

/** Ends what goes through shares of an account that has them no longer (product.md, rule 12). */
export const whenAccountFeaturesChanged = (running: Pick<RunningDownloads, 'revoke'>) =>
  on(AccountFeaturesChangedV1, async ({ data }) => {
    if (data.features.shares) return;
    running.revoke(({ accountId, shareId }) => accountId === data.accountId && shareId !== null);
  });
