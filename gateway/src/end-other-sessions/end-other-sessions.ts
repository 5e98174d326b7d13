import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients, GatewayContext } from '../gateway-context.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  identity: GatewayClients['identity'];
  whoActs: WhoActs;
}

/** Ends all sessions of the person who acts but this one, those among them that no list knows. */
export const endOtherSessions =
  ({ identity, whoActs }: Deps) =>
  async ({ request, response }: GatewayContext): Promise<void> => {
    const person = await whoActs.signedIn(request, response);
    if (!person) throw new AppError('not-signed-in');
    const ended = { userId: person.profile.userId, keptSessionId: person.id };
    await whoActs.whileChanging(() => identity.endSessions(ended, AS_GATEWAY));
  };
