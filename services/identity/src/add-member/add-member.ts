import * as z from 'zod';
import { type Authority, within } from '../authority.ts';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { joined } from '../user.ts';
import type { User } from '../user.ts';

const AddMember = z.object({ domainId: z.uuid(), userId: z.uuid() });

/** @throws AppError `not-found` where the account of the user has no such domain. */
export const addMember =
  ({ inTransaction }: ChangeDeps) =>
  (input: z.input<typeof AddMember>, authority: Authority): Promise<User> => {
    const { domainId, userId } = checkedInput(AddMember, input);
    return inTransaction(async ({ users, domains, outbox }) => {
      const before = found(within(authority, await users.locked(userId)), 'user');
      const domain = await domains.byId(domainId);
      found(domain?.accountId === before.accountId ? domain : null, 'domain');
      const { user, events } = joined(before, domainId);
      await users.save(user);
      await outbox.add(events);
      return user;
    });
  };
