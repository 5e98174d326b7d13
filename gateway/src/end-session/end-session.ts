import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { SecretCookie } from '../sessions/cookies.ts';
import { calledBy } from '../sessions/public-id.ts';
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
    const own = [person, ...(await userSessions.ofPerson(person.profile.userId))];
    const found = calledBy(own, id);
    if (found === null || isOver(found, person.profile)) throw new AppError('not-found');
    await userSessions.end(found.id);
    if (found.id === person.id) userCookie.clear(response);
  };
