import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { AllDeps } from '../deps.ts';
import { isPassword } from '../password.ts';
import { isStorable } from '../plain-text.ts';
import type { User } from '../user.ts';

/**
 * Who signs in with this address and password. An unknown address, a wrong password, one that has ended and a disabled user give
 * the same answer after the same work. @throws AppError `wrong-credentials`
 */
export const verifyCredentials =
  ({ repositories: { users, databaseNow } }: AllDeps) =>
  async (credentials: {
    email: string;
    password: string;
  }): Promise<{ userId: string; sessionEpoch: number }> => {
    const email = credentials.email.trim();
    const user = isStorable(email) ? await users.byEmail(email) : null;
    const isRight = await isPassword(credentials.password, user?.passwordHash);
    if (!user || !isRight || user.disabledAt || hasEnded(user, await databaseNow()))
      throw new AppError('wrong-credentials');
    // Of the same reading as the hash: a password that is changed meanwhile ends what begins by this one.
    return { userId: user.id, sessionEpoch: user.sessionEpoch };
  };

const hasEnded = ({ passwordEndsAt }: Pick<User, 'passwordEndsAt'>, now: Date): boolean =>
  passwordEndsAt !== null && passwordEndsAt <= now;
