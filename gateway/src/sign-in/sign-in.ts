import type { SessionView } from '@vitrine/contracts';
import type { Request } from 'express';
import { noteAttempt } from '../audit/who-acted.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { ViewSession } from '../get-session/session-view.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';
import type { BeginUserSession } from '../sessions/begin-user-session.ts';

interface Deps {
  identity: GatewayClients['identity'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
  begin: BeginUserSession;
  view: ViewSession;
}

/** Begins a session for whoever knows the password. */
export const signIn =
  ({ identity, limits, addressOf, begin, view }: Deps) =>
  async (credentials: { email: string; password: string }, context: GatewayContext): Promise<SessionView> => {
    const { request } = context;
    const proven = await limits.trySignIn(addressOf(request), credentials.email, () => {
      noteAttempt(request, credentials.email);
      return identity.verifyCredentials(credentials, AS_GATEWAY);
    });
    return view(await begin(proven, context));
  };
