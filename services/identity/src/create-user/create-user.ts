import * as z from 'zod';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { Password, givenOrMade, hashPassword } from '../password.ts';
import { UserEmail, UserName, firstPasswordEndsAt, openUser } from '../user.ts';
import type { User } from '../user.ts';

const CreateUser = z.object({
  accountId: z.uuid(),
  email: UserEmail,
  name: UserName,
  password: Password.optional(),
  isAdministrator: z.boolean().default(false),
  domainIds: z.array(z.uuid()).default([]),
  /** Whether the person has to replace the password within days. */
  isFirstPassword: z.boolean().default(false),
});

/** With the password, where it was made here: it is kept nowhere. */
type CreatedUser = User & { madePassword: string | null };

/**
 * Without a password one is made.
 * @throws AppError `conflict` where somebody has that address, in whatever account; `not-found` where the account has no
 * such domain
 */
export const createUser =
  ({ inTransaction, newId }: ChangeDeps) =>
  async (input: z.input<typeof CreateUser>): Promise<CreatedUser> => {
    const { password: given, isFirstPassword, ...facts } = checkedInput(CreateUser, input);
    const { password, made } = givenOrMade(given);
    const passwordHash = await hashPassword(password);
    const domainIds = [...new Set(facts.domainIds)];
    return inTransaction(async ({ accounts, domains, users, outbox, databaseNow }) => {
      const { id: accountId } = found(await accounts.byId(facts.accountId), 'account');
      const theirs = new Set((await domains.ofAccount(accountId)).map(({ id }) => id));
      found(domainIds.every((id) => theirs.has(id)) ? theirs : null, 'domain');
      const now = await databaseNow();
      const passwordEndsAt = isFirstPassword ? firstPasswordEndsAt(now) : null;
      const { user, events } = openUser({
        ...facts,
        domainIds,
        passwordHash,
        passwordEndsAt,
        id: newId(),
        now,
      });
      await users.add(user);
      await outbox.add(events);
      return { ...user, madePassword: made };
    });
  };
