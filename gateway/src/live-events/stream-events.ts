import type { GuestActor, UserActor } from '@vitrine/contracts';
import type { Clock } from '@vitrine/platform/clock.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import type { RequestHandler, Response } from 'express';
import type { GuestSessions } from '../sessions/guest-sessions.ts';
import type { UserSessions } from '../sessions/user-sessions.ts';
import { recently } from '../who-acts/recently.ts';
import type { WhoActs } from '../who-acts/who-acts.ts';
import type { AskRights } from './ask-rights.ts';
import { openEventStream } from './event-stream.ts';
import { type ListenerDeps, openListener } from './listener.ts';
import type { LiveEvents } from './live-events.ts';

export interface StreamDeps {
  readonly live: LiveEvents;
  readonly whoActs: WhoActs;
  readonly userSessions: UserSessions;
  readonly guestSessions: GuestSessions;
  readonly askRights: AskRights;
  readonly clock: Clock;
  readonly log: Log;
}

type ListeningActor = UserActor | GuestActor;

/** The tabs of one session look together. */
const LOOK_LIFETIME_MS = 500;

/** Answers with hints of what changed, for as long as the one who asks has a session and a right to any. */
export const streamEvents = (deps: StreamDeps): RequestHandler => {
  const sessionOf = lookForSessions(deps);
  return async (request, response) => {
    const actor = await deps.whoActs.actor(request, response);
    if (actor.kind !== 'user' && actor.kind !== 'guest') throw new AppError('not-signed-in');
    const release = deps.live.places.take(actor.sessionId);
    response.once('close', release);
    const revision = deps.live.revision();
    const rights = await deps.askRights(actor);
    if (rights === null) throw new AppError(actor.kind === 'guest' ? 'link-not-valid' : 'not-signed-in');
    if (request.method === 'HEAD' || response.destroyed) {
      response.end();
      return;
    }
    const askRights = () => deps.askRights(actor);
    const hasSession = () => sessionOf(keyOf(actor));
    const { hearsEvents } = deps.live;
    listen({ ...deps, rights, askRights, hasSession, hearsEvents, revision }, response);
  };
};

type Listening = Omit<ListenerDeps, 'stream'> & Pick<StreamDeps, 'live'> & { revision: number };

const listen = ({ live, revision, ...deps }: Listening, response: Response): void => {
  const stream = openEventStream(response);
  const listener = openListener({ ...deps, stream });
  live.add(listener);
  stream.onClose(() => live.remove(listener));
  // Rights that changed while they were asked for.
  if (live.revision() !== revision) void listener.askAgain();
};

const keyOf = ({ kind, sessionId }: ListeningActor): string => `${kind} ${sessionId}`;

const lookForSessions = ({ userSessions, guestSessions }: StreamDeps) =>
  recently(
    async (key) => {
      const [kind, id = ''] = key.split(' ');
      return (kind === 'user' ? userSessions : guestSessions).exists(id);
    },
    { lifetimeMs: LOOK_LIFETIME_MS, now: () => performance.now() },
  );
