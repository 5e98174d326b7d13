import type { UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ReadDeps } from '../deps.ts';

/** Ends a token of the person who acts. @throws AppError `not-found` for one of somebody else, as for none */
export const revokeToken =
  ({ repositories: { tokens } }: ReadDeps) =>
  async ({ id }: { id: string }, { userId }: UserActor): Promise<void> => {
    if (!(await tokens.remove(userId, id))) throw new AppError('not-found');
  };
