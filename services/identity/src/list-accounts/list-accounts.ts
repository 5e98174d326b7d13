import type { Account } from '../account.ts';
import type { ReadDeps } from '../deps.ts';

interface AccountWithDomains extends Account {
  domains: { id: string; name: string }[];
}

/** All accounts with their domains, by name: for whoever runs the system, never over HTTP. */
export const listAccounts =
  ({ repositories: { accounts, domains } }: ReadDeps) =>
  async (): Promise<AccountWithDomains[]> => {
    const all = await accounts.all();
    return Promise.all(
      all.map(async (account) => ({ ...account, domains: await domains.ofAccount(account.id) })),
    );
  };
