import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ChangeDeps } from '../deps.ts';
import type { ExternalIdentity } from '../external-repository.ts';
import { found } from '../found.ts';
import { HASH_OF_NOBODY } from '../password.ts';
import { UserEmail, UserName, openUser, withDomains } from '../user.ts';
import type { User } from '../user.ts';
import { afterClaim } from './claimed-domains.ts';

interface SignInWithOidc extends ExternalIdentity {
  account: string;
  email: string;
  isEmailVerified: boolean;
  name: string | null;
  domains: string[] | null;
}

type Transaction = Parameters<Parameters<ChangeDeps['inTransaction']>[0]>[0];

/**
 * Who signs in with a provider, with the memberships that it names.
 * @throws AppError `not-found` where there is no such account; `not-allowed` where nobody gets in by that
 */
export const signInWithOidc =
  ({ inTransaction, newId }: ChangeDeps) =>
  (input: SignInWithOidc): Promise<{ userId: string; sessionEpoch: number }> =>
    inTransaction(async (transaction) => {
      const { accounts, externals } = transaction;
      const { id: accountId } = found(await accounts.byName(input.account), 'account');
      const userId = await externals.lockedUserId(input);
      const user =
        userId === null
          ? await firstTime(
              transaction,
              { ...input, accountId },
              { newId, now: await transaction.databaseNow() },
            )
          : await transaction.users.locked(userId);
      if (user?.accountId !== accountId || user.disabledAt !== null) throw new AppError('not-allowed');
      const { id, sessionEpoch } = await withClaimedDomains(transaction, user, input.domains);
      return { userId: id, sessionEpoch };
    });

/** The user with that address, or somebody new. An address that the provider does not vouch for is nobody's. */
const firstTime = async (
  { users, externals, outbox }: Transaction,
  input: SignInWithOidc & { accountId: string },
  { newId, now }: { newId: () => string; now: Date },
): Promise<User> => {
  const email = UserEmail.safeParse(input.email);
  if (!input.isEmailVerified || !email.success) throw new AppError('not-allowed');
  const known = await users.byEmail(email.data);
  if (known !== null) {
    if (known.accountId !== input.accountId) throw new AppError('not-allowed');
    await externals.link(input, known.id);
    return found(await users.locked(known.id), 'user');
  }
  const name = UserName.safeParse(input.name ?? '').data ?? email.data.split('@')[0] ?? email.data;
  const facts = { accountId: input.accountId, email: email.data, name, isAdministrator: false };
  // Nobody knows a password of theirs: an administrator may set one.
  const { user, events } = openUser({ ...facts, passwordHash: HASH_OF_NOBODY, id: newId(), now });
  await users.add(user);
  await externals.link(input, user.id);
  await outbox.add(events);
  return user;
};

/** Names of no domain of the account are passed over: a provider may say more than concerns us. */
const withClaimedDomains = async (
  { users, domains, externals, outbox }: Transaction,
  before: User,
  names: readonly string[] | null,
): Promise<User> => {
  if (names === null) return before;
  const wanted = new Set(names.map((name) => name.trim().toLowerCase()));
  const ofAccount = await domains.ofAccount(before.accountId);
  const named = ofAccount.filter(({ name }) => wanted.has(name.toLowerCase())).map(({ id }) => id);
  const claimed = await externals.claimedOf(before.id);
  const after = afterClaim({ domainIds: before.domainIds, claimed }, named);
  const { user, events } = withDomains(before, after.domainIds);
  if (events.length > 0) await users.save(user);
  await externals.setClaimed(before.id, after.claimed);
  await outbox.add(events);
  return user;
};
