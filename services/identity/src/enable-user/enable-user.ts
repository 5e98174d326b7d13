import * as z from 'zod';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { enabled } from '../user.ts';
import type { User } from '../user.ts';

const EnableUser = z.object({ userId: z.uuid() });

/** Lets the person sign in again. @throws AppError `not-found` where there is no such user. */
export const enableUser =
  ({ inTransaction }: ChangeDeps) =>
  (input: z.input<typeof EnableUser>): Promise<User> => {
    const { userId } = checkedInput(EnableUser, input);
    return inTransaction(async ({ users, outbox }) => {
      const { user, events } = enabled(found(await users.locked(userId), 'user'));
      await users.save(user);
      await outbox.add(events);
      return user;
    });
  };
