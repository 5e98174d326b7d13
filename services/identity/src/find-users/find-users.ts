import type { ReadDeps } from '../deps.ts';
import { isStorable } from '../plain-text.ts';
import type { Colleague } from '../user-repository.ts';

interface FindUsers {
  accountId: string;
  userIds: string[];
  emails: string[];
}

/** The enabled users of the account out of those named; who is missing does not exist there. */
export const findUsers =
  ({ repositories: { users } }: ReadDeps) =>
  async ({ accountId, userIds, emails }: FindUsers): Promise<{ users: Colleague[] }> => ({
    users: await users.named({ accountId, userIds, emails: emails.filter(isStorable) }),
  });
