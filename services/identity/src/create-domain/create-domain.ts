import * as z from 'zod';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { DomainName, openDomain } from '../domain.ts';
import type { Domain } from '../domain.ts';
import { found } from '../found.ts';

const CreateDomain = z.object({ accountId: z.uuid(), name: DomainName });

/** @throws AppError `conflict` where a domain of the account has that name. */
export const createDomain =
  ({ inTransaction, newId }: ChangeDeps) =>
  (input: z.input<typeof CreateDomain>): Promise<Domain> => {
    const { accountId, name } = checkedInput(CreateDomain, input);
    return inTransaction(async ({ accounts, domains, outbox, databaseNow }) => {
      found(await accounts.byId(accountId), 'account');
      const now = await databaseNow();
      const { domain, events } = openDomain({ id: newId(), accountId, name, now });
      await domains.add(domain);
      await outbox.add(events);
      return domain;
    });
  };
