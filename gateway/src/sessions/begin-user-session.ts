import type { SessionRule, UserProfile } from '@vitrine/contracts';
import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { Request, Response } from 'express';
import { noteActor } from '../audit/who-acted.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients } from '../gateway-context.ts';
import { type PersonOfSession, actorOf } from '../who-acts/signed-in.ts';
import type { SecretCookie } from './cookies.ts';
import type { UserSessions } from './user-sessions.ts';
import type { Where } from './where.ts';

export interface BeginUserSessionDeps {
  identity: Pick<GatewayClients['identity'], 'profile'>;
  whereOf: (request: Request) => Where;
  userSessions: UserSessions;
  userCookie: SecretCookie;
}

/** Who proved to be somebody, and when their sessions that count began. */
export interface Proven extends Pick<SessionRule, 'sessionEpoch'> {
  userId: UserProfile['userId'];
}

export type BeginUserSession = ReturnType<typeof beginUserSession>;

/** Signs a person in in this browser, under a new secret, whatever it brought: a planted one gains nothing. */
export const beginUserSession =
  ({ identity, whereOf, userSessions, userCookie }: BeginUserSessionDeps) =>
  async (
    { userId, sessionEpoch }: Proven,
    { request, response }: { request: Request; response: Response },
  ): Promise<PersonOfSession> => {
    const profile = await identity.profile({ userId }, AS_GATEWAY);
    const started = await userSessions.start(userId, sessionEpoch, whereOf(request));
    const before = userCookie.read(request);
    if (before !== null) await userSessions.end(hashOfSecret(before));
    userCookie.write(response, started.secret, started.secondsLeft);
    const person = { id: started.id, session: started.session, profile };
    noteActor(request, actorOf(person));
    return person;
  };
