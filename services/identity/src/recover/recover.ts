import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { AllDeps } from '../deps.ts';
import { demandHardToGuess } from '../guessable-password.ts';
import { hashPassword } from '../password.ts';
import { withPassword } from '../user.ts';

/**
 * Sets a password by the secret of a mail, once: all sessions, tokens and other such secrets of that person end.
 * @throws AppError `link-not-valid`, also where it was used meanwhile; `guessable-password`, which uses nothing up
 */
export const recover =
  ({ inTransaction, repositories }: AllDeps) =>
  async ({
    token,
    newPassword,
  }: {
    token: string;
    newPassword: string;
  }): Promise<{ userId: string; accountId: string; name: string }> => {
    const secretHash = hashOfSecret(token);
    const userId = await repositories.recoveries.userIdOf(secretHash, await repositories.databaseNow());
    const known = userId === null ? null : await repositories.users.byId(userId);
    if (!known || known.disabledAt) throw new AppError('link-not-valid');
    await demandHardToGuess(newPassword, known);
    const passwordHash = await hashPassword(newPassword);
    return inTransaction(async ({ users, tokens, recoveries, outbox, databaseNow }) => {
      const before = await users.locked(known.id);
      // Whoever else uses it waits for the person, and comes too late.
      const now = await databaseNow();
      const isStillGood = (await recoveries.userIdOf(secretHash, now)) === known.id;
      if (!before || before.disabledAt || !isStillGood) throw new AppError('link-not-valid');
      const { user, events } = withPassword(before, passwordHash, { keptSessionId: null });
      await users.save(user);
      await tokens.removeAllOf(user.id);
      await recoveries.endAllOf(user.id, now);
      await outbox.add(events);
      return { userId: user.id, accountId: user.accountId, name: user.name };
    });
  };
