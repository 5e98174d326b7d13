import type { TokenScope } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { AllDeps } from '../deps.ts';

interface FoundToken {
  tokenId: string;
  userId: string;
  scopes: TokenScope[];
}

/** Whose token has a secret of that hash; that counts as a use. @throws AppError `not-found` for none, or one that ended */
export const findToken =
  ({ repositories: { tokens, databaseNow } }: AllDeps) =>
  async ({ secretHash }: { secretHash: string }): Promise<FoundToken> => {
    const token = await tokens.use(secretHash, await databaseNow());
    if (!token) throw new AppError('not-found');
    return { tokenId: token.id, userId: token.userId, scopes: token.scopes };
  };
