import * as z from 'zod';
import { type Authority, demandAnother, within } from '../authority.ts';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { demandHardToGuess } from '../guessable-password.ts';
import { Password, givenOrMade, hashPassword } from '../password.ts';
import { firstPasswordEndsAt, withPassword } from '../user.ts';

const SetPassword = z.object({ userId: z.uuid(), password: Password.optional() });

/**
 * Sets a password, or one that is made here and given back, and ends the sessions and tokens of that person, who has to
 * replace it within days.
 * @throws AppError `not-found` for a user whom the authority does not reach; `own-account` for an administrator's own,
 * which is changed by whoever knows the present one; `guessable-password`
 */
export const setPassword =
  ({ inTransaction }: ChangeDeps) =>
  async (
    input: z.input<typeof SetPassword>,
    authority: Authority,
  ): Promise<{ madePassword: string | null }> => {
    const { userId, password: given } = checkedInput(SetPassword, input);
    demandAnother(authority, userId);
    const { password, made } = givenOrMade(given);
    const passwordHash = await hashPassword(password);
    return inTransaction(async ({ users, tokens, recoveries, outbox, databaseNow }) => {
      const before = found(within(authority, await users.locked(userId)), 'user');
      if (given !== undefined) await demandHardToGuess(given, before);
      const now = await databaseNow();
      const { user, events } = withPassword(before, passwordHash, {
        keptSessionId: null,
        endsAt: firstPasswordEndsAt(now),
      });
      await users.save(user);
      await tokens.removeAllOf(userId);
      await recoveries.endAllOf(userId, now);
      await outbox.add(events);
      return { madePassword: made };
    });
  };
