import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ReadDeps } from '../deps.ts';
import { isStorable } from '../plain-text.ts';

/** Whose address that is, disabled or not. @throws AppError `not-found` */
export const findByEmail =
  ({ repositories: { users } }: ReadDeps) =>
  async ({ email }: { email: string }): Promise<{ userId: string; accountId: string; name: string }> => {
    const address = email.trim();
    const user = isStorable(address) ? await users.byEmail(address) : null;
    if (!user) throw new AppError('not-found');
    return { userId: user.id, accountId: user.accountId, name: user.name };
  };
