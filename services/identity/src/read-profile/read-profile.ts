import type { SessionRule, UserProfile } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ReadDeps } from '../deps.ts';

/** The person as the gateway needs to know them. @throws AppError `not-found` for one who is unknown or disabled. */
export const readProfile =
  ({ repositories: { accounts, domains, users } }: ReadDeps) =>
  async ({ userId }: { userId: string }): Promise<UserProfile & SessionRule> => {
    const user = await users.byId(userId);
    if (!user || user.disabledAt) throw new AppError('not-found');
    const { name, email, language, isAdministrator, accountId, sessionEpoch, keptSessionId } = user;
    const [account, theirs] = await Promise.all([
      accounts.byId(accountId),
      isAdministrator ? domains.ofAccount(accountId) : domains.ofMember(userId),
    ]);
    if (!account) throw new AppError('not-found');
    const { id, features } = account;
    return {
      userId,
      name,
      email,
      isAdministrator,
      account: { id, name: account.name, features },
      domains: theirs,
      language,
      sessionEpoch,
      keptSessionId,
    };
  };
