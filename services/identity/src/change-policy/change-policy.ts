import type { AccountPolicy } from '@vitrine/contracts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { type PolicyChanges, withChanges } from '../policy.ts';

/** Changes what is named and leaves the rest, whoever else changes something at the same time. */
export const changePolicy =
  ({ inTransaction }: Pick<ChangeDeps, 'inTransaction'>) =>
  ({ accountId, ...changes }: PolicyChanges & { accountId: string }): Promise<AccountPolicy> =>
    inTransaction(async ({ accounts, policies }) => {
      found(await accounts.locked(accountId), 'account');
      const policy = withChanges(await policies.ofAccount(accountId), changes);
      await policies.save(accountId, policy);
      return policy;
    });
