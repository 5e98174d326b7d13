import { API_PREFIX, BYTE_ROUTES } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { giveWay, goLast } from '@vitrine/platform/schedule/give-way.ts';
import { createTurns } from '@vitrine/platform/schedule/take-turns.ts';
import type { Request, RequestHandler, Response } from 'express';
import { whoActed } from '../audit/who-acted.ts';
import { isLarge } from '../upstreams/remote/takes-its-time.ts';
import { othersThan } from './others.ts';

/** As many as a browser has connections. */
const AT_ONCE_ALONE = 6;
const AT_ONCE_BESIDE_OTHERS = 2;
/** What is answered with as much as a large body holds. */
const LARGE_ANSWERS: ReadonlySet<string> = new Set([`GET ${API_PREFIX}/assets/outline`]);
/** Who went away before the answer may have left a service at work on it: the longest list takes about as long. */
const ABANDONED_MS = 2_000;
/**
 * Beside others a client rests so many times as long as a large one took, so that few of the others' requests meet one;
 * for who works with long lists that is a second at most.
 */
const RESTS = 10;
const REST_MAX_MS = 1_000;
/** A page of pictures is asked for at once where the connection takes it. */
const WAITING_MAX = 200;
/** For so long somebody counts as there. */
const PRESENT_MS = 1_000;

/** What takes its time by its nature: bytes of whole files, up and down. */
const UNHURRIED: ReadonlySet<string> = new Set(
  Object.entries(BYTE_ROUTES)
    .filter(([name]) => !['thumbnail', 'preview', 'page'].includes(name))
    .map(([, { method, path }]) => `${method.toUpperCase()} ${path}`),
);

interface FairTurnsDeps {
  addressOf: (request: Request) => string;
  /** In milliseconds. */
  now: () => number;
}

/**
 * Lets one person, guest or address do a few things at once, and the next when one of them is answered, so that whoever
 * asks for as much as they can costs others little (promise 19). Alone one has as many as a browser has connections.
 * Each service is a queue of its own: one that does not answer keeps nobody from the others. What comes with a large
 * body or is answered with one is done one at a time, beside others with a rest after it, and whoever breaks it off has
 * their next a while later.
 */
export const fairTurns = ({ addressOf, now }: FairTurnsDeps) => {
  const turns = createTurns();
  const others = othersThan(now, PRESENT_MS);

  const wait = async (
    key: string,
    most: () => number,
    response: Response,
    restAfter: () => number = () => 0,
  ): Promise<void> => {
    if (turns.waiting(key) >= WAITING_MAX) throw new AppError('too-many-requests', { retryAfterSeconds: 1 });
    const end = await turns.take(key, most);
    if (response.closed) end();
    else response.once('close', () => endAfter(restAfter(), end));
  };

  /** One at a time, when who can be answered soon has been, and not as soon as the one before is over. */
  const waitForLarge = async (client: string, response: Response): Promise<void> => {
    let beganAt = 0;
    const restAfter = (): number => {
      if (!response.writableFinished) return ABANDONED_MS;
      return others.isOtherThere(client) ? Math.min((performance.now() - beganAt) * RESTS, REST_MAX_MS) : 0;
    };
    await wait(`${client} large`, () => 1, response, restAfter);
    beganAt = performance.now();
    await giveWay();
  };

  return (route: string, service: string): RequestHandler[] => {
    if (UNHURRIED.has(route)) return [];
    return [
      async (request, response, next) => {
        const client = clientOf(request, addressOf);
        others.note(client);
        const most = () => (others.isOtherThere(client) ? AT_ONCE_BESIDE_OTHERS : AT_ONCE_ALONE);
        if (LARGE_ANSWERS.has(route) || isLarge(request)) {
          goLast();
          await waitForLarge(client, response);
        }
        await wait(`${client} ${service}`, most, response);
        if (!response.closed) next();
      },
    ];
  };
};

const endAfter = (ms: number, end: () => void): void => {
  if (ms > 0) setTimeout(end, ms).unref();
  else end();
};

const clientOf = (request: Request, addressOf: (request: Request) => string): string => {
  const acting = whoActed(request);
  if (acting?.kind === 'person') return acting.userId;
  if (acting?.kind === 'guest') return acting.invitationId;
  return addressOf(request);
};
