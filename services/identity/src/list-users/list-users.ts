import type { ManagedUser, UserActor } from '@vitrine/contracts';
import { type Page, decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import * as z from 'zod';
import { within } from '../authority.ts';
import type { ReadDeps } from '../deps.ts';
import { found } from '../found.ts';
import { viewOfUser } from '../managed-view.ts';
import { isStorable } from '../plain-text.ts';

interface ListUsers {
  q: string;
  domainId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const Place = z.object({ name: z.string(), id: z.uuid() });

/**
 * All users of the administrator's account by a part of their name or address, or those of one domain; by name.
 * @throws AppError `not-found` for a domain that is none of the account's
 */
export const listUsers =
  ({ repositories: { users, domains } }: ReadDeps) =>
  async ({ q, domainId, cursor, limit }: ListUsers, administrator: UserActor): Promise<Page<ManagedUser>> => {
    const after = decodeCursor(Place, cursor);
    if (domainId !== undefined) found(within(administrator, await domains.byId(domainId)), 'domain');
    const { accountId } = administrator;
    const text = q.trim();
    const query = { accountId, text, domainId, after, limit: limit + 1 };
    const rows = isStorable(text) ? await users.managed(query) : [];
    return pageOfRows(rows, limit, { itemOf: viewOfUser, keyOf: ({ name, id }) => ({ name, id }) });
  };
