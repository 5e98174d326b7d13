import type { UserActor } from '@vitrine/contracts';
import type { ReadDeps } from '../deps.ts';
import { isStorable } from '../plain-text.ts';
import type { Colleague } from '../user-repository.ts';

/** Enabled users of the actor's own account by a part of their name or address. */
export const searchUsers =
  ({ repositories: { users } }: ReadDeps) =>
  async (query: { q: string; limit: number }, actor: UserActor): Promise<{ items: Colleague[] }> => {
    const { accountId } = actor;
    const text = query.q.trim();
    return { items: isStorable(text) ? await users.search({ accountId, text, limit: query.limit }) : [] };
  };
