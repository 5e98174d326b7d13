import * as z from 'zod';
import { type Authority, within } from '../authority.ts';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { left } from '../user.ts';
import type { User } from '../user.ts';

const RemoveMember = z.object({ domainId: z.uuid(), userId: z.uuid() });

/** Nothing happens where the user is no member. @throws AppError `not-found` where the account of the user has no such domain. */
export const removeMember =
  ({ inTransaction }: ChangeDeps) =>
  (input: z.input<typeof RemoveMember>, authority: Authority): Promise<User> => {
    const { domainId, userId } = checkedInput(RemoveMember, input);
    return inTransaction(async ({ users, domains, outbox }) => {
      const before = found(within(authority, await users.locked(userId)), 'user');
      const domain = await domains.byId(domainId);
      found(domain?.accountId === before.accountId ? domain : null, 'domain');
      const { user, events } = left(before, domainId);
      await users.save(user);
      await outbox.add(events);
      return user;
    });
  };
