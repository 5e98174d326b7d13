import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Request } from 'express';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { AttemptLimits } from '../limits/attempt-limits.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  identity: GatewayClients['identity'];
  limits: AttemptLimits;
  addressOf: (request: Request) => string;
  whoActs: WhoActs;
}

interface Passwords {
  currentPassword: string;
  newPassword: string;
}

/** Sets another password of the person who acts; this session goes on, all others of that person end. */
export const changePassword =
  ({ identity, limits, addressOf, whoActs }: Deps) =>
  async (passwords: Passwords, { request, response }: GatewayContext): Promise<void> => {
    const person = await whoActs.signedIn(request, response);
    if (!person) throw new AppError('not-signed-in');
    const { userId, email } = person.profile;
    const change = { userId, keptSessionId: person.id, ...passwords };
    // Whoever came upon an open session guesses here no more often than at the sign-in.
    await limits.trySignIn(addressOf(request), email, () =>
      whoActs.whileChanging(() => identity.changePassword(change, AS_GATEWAY)),
    );
  };
