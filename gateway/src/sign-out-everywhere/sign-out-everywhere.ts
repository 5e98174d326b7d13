import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { SecretCookie } from '../sessions/cookies.ts';
import type { UserSessions } from '../sessions/user-sessions.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  identity: GatewayClients['identity'];
  whoActs: WhoActs;
  userSessions: UserSessions;
  userCookie: SecretCookie;
}

/** Ends all sessions of the person who acts, this one among them. */
export const signOutEverywhere =
  ({ identity, whoActs, userSessions, userCookie }: Deps) =>
  async ({ request, response }: GatewayContext): Promise<void> => {
    const person = await whoActs.signedIn(request, response);
    if (!person) throw new AppError('not-signed-in');
    const { userId } = person.profile;
    await whoActs.whileChanging(() => identity.endSessions({ userId }, AS_GATEWAY));
    await userSessions.end(person.id);
    userCookie.clear(response);
  };
