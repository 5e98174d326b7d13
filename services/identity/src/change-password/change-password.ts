import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { AllDeps } from '../deps.ts';
import { demandHardToGuess } from '../guessable-password.ts';
import { hashPassword, isPassword } from '../password.ts';
import { withPassword } from '../user.ts';

interface ChangePassword {
  userId: string;
  currentPassword: string;
  newPassword: string;
  keptSessionId: string;
}

/**
 * Sets another password of somebody who knows the present one. All sessions end but the one in which it is done, and all tokens.
 * @throws AppError `wrong-credentials`, also where another password was set meanwhile; `guessable-password`
 */
export const changePassword =
  ({ inTransaction, repositories }: AllDeps) =>
  async ({ userId, currentPassword, newPassword, keptSessionId }: ChangePassword): Promise<void> => {
    const known = await repositories.users.byId(userId);
    const isRight = await isPassword(currentPassword, known?.passwordHash);
    if (!known || !isRight) throw new AppError('wrong-credentials');
    await demandHardToGuess(newPassword, known);
    const passwordHash = await hashPassword(newPassword);
    await inTransaction(async ({ users, tokens, recoveries, outbox, databaseNow }) => {
      const before = await users.locked(userId);
      if (!before || before.disabledAt || before.passwordHash !== known.passwordHash)
        throw new AppError('wrong-credentials');
      const { user, events } = withPassword(before, passwordHash, { keptSessionId });
      await users.save(user);
      await tokens.removeAllOf(userId);
      await recoveries.endAllOf(userId, await databaseNow());
      await outbox.add(events);
    });
  };
