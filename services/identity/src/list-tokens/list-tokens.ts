import type { ApiToken, UserActor } from '@vitrine/contracts';
import type { AllDeps } from '../deps.ts';
import { viewOfToken } from '../token.ts';

/** The tokens of the person who acts that still open something, newest first. */
export const listTokens =
  ({ repositories: { tokens, databaseNow } }: AllDeps) =>
  async ({ userId }: UserActor): Promise<{ items: ApiToken[] }> => ({
    items: (await tokens.ofUser(userId, await databaseNow())).map(viewOfToken),
  });
