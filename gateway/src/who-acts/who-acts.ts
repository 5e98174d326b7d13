import { ACT_AS_HEADER, API_PREFIX } from '@vitrine/contracts';
import type { Actor, GuestActor, SessionRule, UserProfile } from '@vitrine/contracts';
import type { Clock } from '@vitrine/platform/clock.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Request, Response } from 'express';
import { noteActor, noteGuest } from '../audit/who-acted.ts';
import { AS_GATEWAY } from '../gateway-context.ts';
import type { GatewayClients } from '../gateway-context.ts';
import type { SecretCookie } from '../sessions/cookies.ts';
import type { GuestSessions } from '../sessions/guest-sessions.ts';
import type { OpenShares } from '../sessions/open-shares.ts';
import type { FoundSession, UserSessions } from '../sessions/user-sessions.ts';
import type { Where } from '../sessions/where.ts';
import { createChanges } from './changes.ts';
import { recently } from './recently.ts';
import { shareNamedBy } from './share-named-by.ts';
import { actorOf, isOver } from './signed-in.ts';
import type { SignedIn } from './signed-in.ts';

export interface WhoActsDeps {
  identity: GatewayClients['identity'];
  userSessions: UserSessions;
  guestSessions: GuestSessions;
  userCookie: SecretCookie;
  openShares: OpenShares;
  /** Where a request comes from, for the list of one's sessions. */
  whereOf: (request: Request) => Where;
  clock: Clock;
}

/** Finds out by the cookies of a request who acts. */
export interface WhoActs {
  /** The person with a session; null for nobody, and for one who was disabled or signed out elsewhere meanwhile. */
  signedIn: (request: Request, response: Response) => Promise<SignedIn | null>;
  /** The guest with a session for the share that is named. Whether the invitation lives is asked by who serves. */
  guest: (request: Request) => Promise<GuestActor | null>;
  /** The one for whom the request is meant. */
  actor: (request: Request, response: Response) => Promise<Actor>;
  /** The person as known now or a moment ago; null for nobody, and for one who was disabled. */
  profileOf: (userId: string) => Promise<UserProfile | null>;
  /** Does what changes what people may: whoever acts after it is known as they are then, not as a moment ago. */
  whileChanging: <Outcome>(change: () => Promise<Outcome>) => Promise<Outcome>;
  /** The same for a change that begins now and is over with the answer. */
  changeWith: (response: Response) => void;
}

/**
 * A person who was disabled through another replica or from the keyboard is out within this time, and at once where it
 * was done through this process; a page with fifty pictures asks identity once.
 */
const PROFILE_LIFETIME_MS = 1_000;

export const whoActs = (deps: WhoActsDeps): WhoActs => {
  const changes = createChanges();
  const profileOf = recently((userId) => readProfile(deps.identity, userId), {
    lifetimeMs: PROFILE_LIFETIME_MS,
    now: () => deps.clock().getTime(),
    revision: changes.revision,
  });
  const signedIn: WhoActs['signedIn'] = async (request, response) => {
    const secret = deps.userCookie.read(request);
    const found = secret === null ? null : await deps.userSessions.find(secret);
    if (!secret || !found) return null;
    const profile = await profileOf(found.session.userId);
    if (!profile || isOver(found, profile)) return signOut(deps, found, response);
    const renewedSeconds = await deps.userSessions.renew(found, deps.whereOf(request));
    if (renewedSeconds !== null) deps.userCookie.write(response, secret, renewedSeconds);
    const person = { ...found, profile };
    noteActor(request, actorOf(person));
    return person;
  };
  const guest = (request: Request) => guestOfRequest(deps, request);
  const actor: WhoActs['actor'] = async (request, response) => {
    const person = isMeantForGuest(request) ? null : await signedIn(request, response);
    return person ? actorOf(person) : ((await guest(request)) ?? { kind: 'anonymous' });
  };
  return {
    signedIn,
    guest,
    actor,
    profileOf,
    whileChanging: async (change) => {
      const end = changes.begin();
      return change().finally(end);
    },
    changeWith: (response) => {
      // One that is over already would never tell the end.
      if (!response.destroyed) response.once('close', changes.begin());
    },
  };
};

const readProfile = async (
  identity: GatewayClients['identity'],
  userId: string,
): Promise<(UserProfile & SessionRule) | null> => {
  try {
    return await identity.profile({ userId }, AS_GATEWAY);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
};

const signOut = async (deps: WhoActsDeps, { id }: FoundSession, response: Response): Promise<null> => {
  await deps.userSessions.end(id);
  deps.userCookie.clear(response);
  return null;
};

const guestOfRequest = async (deps: WhoActsDeps, request: Request): Promise<GuestActor | null> => {
  const found = await deps.openShares.find(request, shareNamedBy(request));
  if (!found) return null;
  await deps.guestSessions.noteUse(found, deps.whereOf(request));
  const { invitationId, shareId, secretVersion } = found.session;
  noteGuest(request, { invitationId, shareId });
  return { kind: 'guest', invitationId, shareId, secretVersion, sessionId: found.id };
};

/** What is under /guest is nobody else's; elsewhere a browser with both sessions says which one it means. */
const isMeantForGuest = (request: Request): boolean =>
  request.path.startsWith(`${API_PREFIX}/guest/`) ||
  request.query['as'] === 'guest' ||
  request.header(ACT_AS_HEADER) === 'guest';
