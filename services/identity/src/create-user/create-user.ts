import * as z from 'zod';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { Password, hashPassword } from '../password.ts';
import { UserEmail, UserName, openUser } from '../user.ts';
import type { User } from '../user.ts';

const CreateUser = z.object({
  accountId: z.uuid(),
  email: UserEmail,
  name: UserName,
  password: Password,
  isAdministrator: z.boolean().default(false),
});

/** @throws AppError `conflict` where somebody has that address, in whatever account. */
export const createUser =
  ({ inTransaction, clock, newId }: ChangeDeps) =>
  async (input: z.input<typeof CreateUser>): Promise<User> => {
    const { password, ...facts } = checkedInput(CreateUser, input);
    const passwordHash = await hashPassword(password);
    return inTransaction(async ({ accounts, users, outbox }) => {
      found(await accounts.byId(facts.accountId), 'account');
      const { user, events } = openUser({ ...facts, passwordHash, id: newId(), now: clock() });
      await users.add(user);
      await outbox.add(events);
      return user;
    });
  };
