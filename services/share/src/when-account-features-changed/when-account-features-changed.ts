import { AccountFeaturesChangedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { ShareTransaction } from '../share-repository.ts';

/** Without the shares feature no guest of the account sees anything, and with it again all do (rule 12). */
export const whenAccountFeaturesChanged = on(
  AccountFeaturesChangedV1,
  async ({ data: { accountId, version, features } }, { accounts }: ShareTransaction) => {
    await accounts.keep({ accountId, version, sharesEnabled: features.shares });
  },
);
