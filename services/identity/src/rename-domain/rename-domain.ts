import * as z from 'zod';
import { type Authority, within } from '../authority.ts';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { DomainName, withName } from '../domain.ts';
import type { Domain } from '../domain.ts';
import { found } from '../found.ts';

const RenameDomain = z.object({ domainId: z.uuid(), name: DomainName });

/** @throws AppError `conflict` where another domain of the account has that name. */
export const renameDomain =
  ({ inTransaction }: ChangeDeps) =>
  (input: z.input<typeof RenameDomain>, authority: Authority): Promise<Domain> => {
    const { domainId, name } = checkedInput(RenameDomain, input);
    return inTransaction(async ({ domains, outbox }) => {
      const { domain, events } = withName(
        found(within(authority, await domains.locked(domainId)), 'domain'),
        name,
      );
      await domains.save(domain);
      await outbox.add(events);
      return domain;
    });
  };
