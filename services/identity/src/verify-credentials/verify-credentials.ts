import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { ReadDeps } from '../deps.ts';
import { isPassword } from '../password.ts';
import { isStorable } from '../plain-text.ts';

/**
 * Who signs in with this address and password. An unknown address, a wrong password and a disabled user give the same
 * answer after the same work. @throws AppError `wrong-credentials`
 */
export const verifyCredentials =
  ({ repositories: { users } }: ReadDeps) =>
  async (credentials: {
    email: string;
    password: string;
  }): Promise<{ userId: string; sessionEpoch: number }> => {
    const email = credentials.email.trim();
    const user = isStorable(email) ? await users.byEmail(email) : null;
    const isRight = await isPassword(credentials.password, user?.passwordHash);
    if (!user || !isRight || user.disabledAt) throw new AppError('wrong-credentials');
    // Of the same reading as the hash: a password that is changed meanwhile ends what begins by this one.
    return { userId: user.id, sessionEpoch: user.sessionEpoch };
  };
