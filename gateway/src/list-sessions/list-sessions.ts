import type { OwnSession } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { publicIdOf } from '../sessions/public-id.ts';
import { type FoundSession, type UserSessions, endOf } from '../sessions/user-sessions.ts';
import { isOver } from '../who-acts/signed-in.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';

interface Deps {
  whoActs: WhoActs;
  userSessions: UserSessions;
}

/** The sessions of the person who acts that count: this one first, then what was used last. */
export const listSessions =
  ({ whoActs, userSessions }: Deps) =>
  async ({ request, response }: GatewayContext): Promise<{ items: OwnSession[] }> => {
    const person = await whoActs.signedIn(request, response);
    if (!person) throw new AppError('not-signed-in');
    const all = await userSessions.ofPerson(person.profile.userId);
    const others = all
      .filter((each) => each.id !== person.id && !isOver(each, person.profile))
      .toSorted((one, other) => other.session.renewedAt.localeCompare(one.session.renewedAt));
    const items = [viewOf(person, true), ...others.map((each) => viewOf(each, false))];
    return { items };
  };

const viewOf = (found: FoundSession, isCurrent: boolean): OwnSession => {
  const { session } = found;
  return {
    id: publicIdOf(found),
    isCurrent,
    browser: session.where?.browser ?? null,
    system: session.where?.system ?? null,
    address: session.where?.address ?? null,
    startedAt: session.startedAt,
    lastUsedAt: session.renewedAt,
    endsAt: new Date(endOf(session)).toISOString(),
  };
};
