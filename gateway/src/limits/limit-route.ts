import type { Request, RequestHandler } from 'express';
import { whoActed } from '../audit/who-acted.ts';
import type { CountAttempt } from './count-attempt.ts';

/** How often within a minute: of all who share an address, of one person or guest, and for one share. */
interface RouteLimit {
  /** Routes of one name are counted together. */
  readonly name: string;
  readonly ofAddress: number;
  readonly ofPerson: number;
  readonly ofShare: number;
  /** Which of the requests count; all where nothing is said. */
  readonly counts?: (request: Request) => boolean;
}

const WINDOW_SECONDS = 60;

/** What goes on with a download is none that begins. */
const isBeginning = (request: Request): boolean =>
  request.method === 'GET' && /^(?:bytes=0-.*)?$/.test(request.header('range') ?? '');

/** A hundred a second is more than a person does, and less than it takes to keep the services from others. */
const DOWNLOADS = { name: 'download', ofAddress: 12_000, ofPerson: 6_000, ofShare: 12_000 };
/** A script that makes a share for each of a thousand customers is let through; one that writes to all the world is not. */
const INVITATIONS = { name: 'invitation', ofAddress: 6_000, ofPerson: 3_000, ofShare: 600 };

const LIMITS: ReadonlyMap<string, RouteLimit> = new Map([
  ['POST /api/v1/downloads', { ...DOWNLOADS, name: 'download-plan' }],
  ['GET /d/:ticket', { ...DOWNLOADS, counts: isBeginning }],
  ['POST /api/v1/shares', INVITATIONS],
  ['POST /api/v1/shares/:id/guests', INVITATIONS],
  ['POST /api/v1/shares/:id/guests/:guestId/link', INVITATIONS],
  ['POST /api/v1/shares/:id/guests/:guestId/renew', INVITATIONS],
  ['POST /api/v1/shares/:id/guests/:guestId/resend', INVITATIONS],
]);

export const LIMITED_ROUTES: readonly string[] = [...LIMITS.keys()];

/** What asks for much of others, or writes to them, may be asked so often; after it is known who acts. */
export const limitRoute =
  ({ count, addressOf }: { count: CountAttempt; addressOf: (request: Request) => string }) =>
  (route: string): RequestHandler[] => {
    const limit = LIMITS.get(route);
    if (limit === undefined) return [];
    return [
      async (request, _response, next) => {
        if (limit.counts?.(request) !== false)
          for (const [whose, most] of countedFor(request, limit, addressOf(request)))
            await count(`limit:${limit.name}:${whose}`, most, WINDOW_SECONDS);
        next();
      },
    ];
  };

/** For whom a request counts, and how many they have. */
const countedFor = (
  request: Request,
  limit: RouteLimit,
  address: string,
): [whose: string, most: number][] => {
  const acting = whoActed(request);
  const named = request.params['id'];
  const shareId = acting?.kind === 'guest' ? acting.shareId : named;
  const counted: [string, number][] = [[`address:${address}`, limit.ofAddress]];
  if (acting?.kind === 'person') counted.push([`person:${acting.userId}`, limit.ofPerson]);
  if (acting?.kind === 'guest') counted.push([`guest:${acting.invitationId}`, limit.ofPerson]);
  if (typeof shareId === 'string') counted.push([`share:${shareId.toLowerCase()}`, limit.ofShare]);
  return counted;
};
