import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { SecretCookie } from '../sessions/cookies.ts';
import type { UserSessions } from '../sessions/user-sessions.ts';
import { isOver } from '../who-acts/signed-in.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  whoActs: WhoActs;
  userSessions: UserSessions;
  userCookie: SecretCookie;
}

/**
 * Ends one session of the person who acts, wherever it is.
 * @throws AppError `not-found` for one of somebody else, as for one that does not exist
 */
export const endSession =
  ({ whoActs, userSessions, userCookie }: Deps) =>
  async ({ id }: { id: string }, { request, response }: GatewayContext): Promise<void> => {
    const person = await whoActs.signedIn(request, response);
    if (!person) throw new AppError('not-signed-in');
    const found = await userSessions.byId(id);
    if (found?.session.userId !== person.profile.userId || isOver(found, person.profile))
      throw new AppError('not-found');
    await userSessions.end(id);
    if (id === person.id) userCookie.clear(response);
  };
