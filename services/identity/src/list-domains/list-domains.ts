import type { ManagedDomain, UserActor } from '@vitrine/contracts';
import { type Page, decodeCursor, pageOfRows } from '@vitrine/platform/paging/cursor.ts';
import * as z from 'zod';
import type { ReadDeps } from '../deps.ts';
import { viewOfDomain } from '../managed-view.ts';
import { isStorable } from '../plain-text.ts';

interface ListDomains {
  q: string;
  cursor?: string | undefined;
  limit: number;
}

const Place = z.object({ name: z.string(), id: z.uuid() });

/** The domains of the administrator's account by a part of their name, with the number of their members; by name. */
export const listDomains =
  ({ repositories: { domains } }: ReadDeps) =>
  async ({ q, cursor, limit }: ListDomains, administrator: UserActor): Promise<Page<ManagedDomain>> => {
    const after = decodeCursor(Place, cursor);
    const { accountId } = administrator;
    const text = q.trim();
    const rows = isStorable(text) ? await domains.managed({ accountId, text, after, limit: limit + 1 }) : [];
    return pageOfRows(rows, limit, { itemOf: viewOfDomain, keyOf: ({ name, id }) => ({ name, id }) });
  };
