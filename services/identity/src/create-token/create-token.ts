import { type ApiToken, TOKEN_PREFIX, TokenScope, type UserActor } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import * as z from 'zod';
import { checkedInput } from '../checked-input.ts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { plainName } from '../plain-text.ts';
import { TOKENS_OF_PERSON_MAX, openToken, viewOfToken } from '../token.ts';

const CreateToken = z.object({
  name: plainName(100),
  scopes: z.array(TokenScope).min(1),
  durationDays: z.int().min(1).max(365),
});

/**
 * Makes a token for the person who acts and tells its secret, this once.
 * @throws AppError `conflict` for who has as many as there may be
 */
export const createToken =
  ({ inTransaction, newId }: ChangeDeps) =>
  (
    input: z.input<typeof CreateToken>,
    { userId }: UserActor,
  ): Promise<{ token: ApiToken; secret: string }> => {
    const wanted = checkedInput(CreateToken, input);
    const secret = TOKEN_PREFIX + newSecret();
    return inTransaction(async ({ users, tokens, databaseNow }) => {
      // Of several at once, one waits here for the other; and for whoever ends this person's access.
      const user = found(await users.locked(userId), 'user');
      if (user.disabledAt) throw new AppError('not-signed-in');
      const now = await databaseNow();
      await tokens.removeEndedOf(userId, now);
      if ((await tokens.ofUser(userId, now)).length >= TOKENS_OF_PERSON_MAX) throw new AppError('conflict');
      const token = openToken({ ...wanted, id: newId(), userId, secretHash: hashOfSecret(secret), now });
      await tokens.add(token);
      return { token: viewOfToken(token), secret };
    });
  };
