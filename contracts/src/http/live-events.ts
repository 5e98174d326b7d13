import * as z from 'zod';
import { quickUuids } from '../model/uuids.ts';

/** What a hint is about; the page reads anew what it shows of that, through the ordinary routes, which authorise. */
export const LIVE_HINT_TYPES = [
  /** Assets of a domain of the reader. */
  'assets-changed',
  /** A share that the reader owns, manages or is a guest of: itself, whether it is open, or its assets. */
  'share-changed',
  /** The guests of a share that the reader manages. */
  'guests-changed',
  /** What happened to a share that the reader manages, downloads among it. */
  'activity-changed',
  /** Who the reader is: name, domains, features. */
  'session-changed',
  /** The users, domains or features of the account that the reader administers. */
  'administration-changed',
] as const;

/** Something that the reader may see has changed. It names ids and holds no data. */
export const LiveHint = z.object({
  type: z.enum(LIVE_HINT_TYPES),
  shareId: z.uuid().optional(),
  domainId: z.uuid().optional(),
  assetIds: quickUuids(z.array(z.uuid())).optional(),
});
export type LiveHint = z.infer<typeof LiveHint>;

/**
 * The names of the events of `GET /events`, in the form of server-sent events (WHATWG HTML, 9.2). `hello` comes first,
 * and again whenever something may have been missed: what is shown is to be read anew. `ended` says that the right to
 * listen is gone; a stream that breaks off without it may be opened again.
 */
export const LIVE_EVENT_NAMES = { hello: 'hello', hint: 'hint', ended: 'ended' } as const;
