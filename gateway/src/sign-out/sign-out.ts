import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { SecretCookie } from '../sessions/cookies.ts';
import type { UserSessions } from '../sessions/user-sessions.ts';

/** Ends the session where it is kept, and not only in this browser. */
export const signOut =
  ({ userSessions, userCookie }: { userSessions: UserSessions; userCookie: SecretCookie }) =>
  async ({ request, response }: GatewayContext): Promise<void> => {
    const secret = userCookie.read(request);
    if (secret !== null) await userSessions.end(hashOfSecret(secret));
    userCookie.clear(response);
  };
