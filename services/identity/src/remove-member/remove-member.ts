import * as z from 'zod';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { left } from '../user.ts';
import type { User } from '../user.ts';

const RemoveMember = z.object({ domainId: z.uuid(), userId: z.uuid() });

/** Nothing happens where the user is no member. @throws AppError `not-found` where there is no such user. */
export const removeMember =
  ({ inTransaction }: ChangeDeps) =>
  (input: z.input<typeof RemoveMember>): Promise<User> => {
    const { domainId, userId } = checkedInput(RemoveMember, input);
    return inTransaction(async ({ users, outbox }) => {
      const { user, events } = left(found(await users.locked(userId), 'user'), domainId);
      await users.save(user);
      await outbox.add(events);
      return user;
    });
  };
