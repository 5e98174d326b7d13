import type { SessionView } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { ViewSession } from '../get-session/session-view.ts';
import type { UserSessions } from '../sessions/user-sessions.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  whoActs: WhoActs;
  userSessions: UserSessions;
  view: ViewSession;
}

/** @throws AppError `not-found` for a domain that the person does not belong to, as for one that does not exist. */
export const chooseDomain =
  ({ whoActs, userSessions, view }: Deps) =>
  async ({ domainId }: { domainId: string }, context: GatewayContext): Promise<SessionView> => {
    const person = await whoActs.signedIn(context.request, context.response);
    if (!person) throw new AppError('not-signed-in');
    if (!person.profile.domains.some(({ id }) => id === domainId)) throw new AppError('not-found');
    const changed = await userSessions.chooseDomain(person, domainId);
    return view({ ...person, ...changed });
  };
