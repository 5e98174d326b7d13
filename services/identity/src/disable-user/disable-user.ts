import * as z from 'zod';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { disabled } from '../user.ts';
import type { User } from '../user.ts';

const DisableUser = z.object({ userId: z.uuid() });

/** Ends the person's sign-ins and running sessions. @throws AppError `not-found` where there is no such user. */
export const disableUser =
  ({ inTransaction, clock }: ChangeDeps) =>
  (input: z.input<typeof DisableUser>): Promise<User> => {
    const { userId } = checkedInput(DisableUser, input);
    return inTransaction(async ({ users, outbox }) => {
      const { user, events } = disabled(found(await users.locked(userId), 'user'), clock());
      await users.save(user);
      await outbox.add(events);
      return user;
    });
  };
