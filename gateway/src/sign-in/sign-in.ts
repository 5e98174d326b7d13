import type { SessionView } from '@vitrine/contracts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { Request } from 'express';
import { noteAttempt } from '../audit/who-acted.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { ViewSession } from '../get-session/session-view.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';
import type { SecretCookie } from '../sessions/cookies.ts';
import type { UserSessions } from '../sessions/user-sessions.ts';
import type { Where } from '../sessions/where.ts';

interface Deps {
  identity: GatewayClients['identity'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
  whereOf: (request: Request) => Where;
  userSessions: UserSessions;
  userCookie: SecretCookie;
  view: ViewSession;
}

/** Begins a session under a new secret, whatever the browser brought: a planted one gains nothing. */
export const signIn =
  ({ identity, limits, addressOf, whereOf, userSessions, userCookie, view }: Deps) =>
  async (credentials: { email: string; password: string }, context: GatewayContext): Promise<SessionView> => {
    const { request, response } = context;
    const address = addressOf(request);
    await limits.beforeSignIn(address, credentials.email);
    noteAttempt(request, credentials.email);
    const { userId, sessionEpoch } = await identity.verifyCredentials(credentials, AS_GATEWAY);
    await limits.afterSignIn(address, credentials.email);
    const profile = await identity.profile({ userId }, AS_GATEWAY);
    const started = await userSessions.start(userId, sessionEpoch, whereOf(request));
    const before = userCookie.read(request);
    if (before !== null) await userSessions.end(hashOfSecret(before));
    userCookie.write(response, started.secret, started.secondsLeft);
    return view({ id: started.id, session: started.session, profile });
  };
