import { AppError } from '@vitrine/platform/errors/app-error.ts';
import * as z from 'zod';
import { type Authority, demandAnother, within } from '../authority.ts';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { UserName, changed, losesTheRole } from '../user.ts';
import type { User } from '../user.ts';

const ChangeUser = z.object({
  userId: z.uuid(),
  name: UserName.optional(),
  isAdministrator: z.boolean().optional(),
  isEnabled: z.boolean().optional(),
});

/**
 * Renames a user, gives or takes the role of administrator, ends or gives back the sign-in.
 * @throws AppError `not-found` for a user whom the authority does not reach; for administrators, `own-account` where
 * they would end what they act by, and `last-administrator` where nobody would be left with it
 */
export const changeUser =
  ({ inTransaction }: ChangeDeps) =>
  (input: z.input<typeof ChangeUser>, authority: Authority): Promise<User> => {
    const { userId, ...changes } = checkedInput(ChangeUser, input);
    return inTransaction(async ({ accounts, users, tokens, outbox, databaseNow }) => {
      const { accountId } = found(within(authority, await users.byId(userId)), 'user');
      // Of two administrators who take the role from one another, one waits here for the other.
      await accounts.locked(accountId);
      const before = found(await users.locked(userId), 'user');
      const { user, events } = changed(before, changes, await databaseNow());
      if (authority !== 'operator' && losesTheRole(before, user)) {
        demandAnother(authority, userId);
        if (!(await users.hasOtherAdministrator(user))) throw new AppError('last-administrator');
      }
      await users.save(user);
      if (user.disabledAt) await tokens.removeAllOf(userId);
      await outbox.add(events);
      return user;
    });
  };
