import { type Route, oc } from '@orpc/contract';
import * as z from 'zod';
import { ERROR_CODES, type ErrorCode } from '../errors.ts';
import { quickUuids } from '../model/uuids.ts';

type AmendOperation = Extract<Route['spec'], (...operation: never[]) => unknown>;
type ErrorMapOf<Codes extends ErrorCode> = { [Code in Codes]: { status: number; message: string } };

/** The part of a route's declaration that names the errors it can answer with, beside those every route has. */
export const errorsOf = <const Codes extends ErrorCode>(...codes: Codes[]): ErrorMapOf<Codes> =>
  Object.fromEntries(
    codes.map((code) => [code, { status: ERROR_CODES[code].status, message: ERROR_CODES[code].title }]),
  ) as ErrorMapOf<Codes>;

/** What else there is to know of a route. */
export interface RouteMeta {
  /** The answer carries a secret, so it is kept nowhere: an Idempotency-Key is passed over. */
  hasSecretAnswer?: boolean;
  /** A POST that changes nothing, and is one only because it says so much: it may be asked again. */
  isRead?: boolean;
  /** The answer is one thing with its `version`, which its ETag says too. */
  isVersioned?: boolean;
}

/** Documents that a change is made to what was seen only, where the request says so. */
export const takesIfMatch: AmendOperation = (operation) => ({
  ...operation,
  parameters: [
    ...(operation.parameters ?? []),
    {
      name: 'If-Match',
      in: 'header',
      required: false,
      schema: { type: 'string' },
      description: 'An ETag of what is changed. Where another version is there by now, nothing is done.',
    },
  ],
});

/** A route that anybody may call. */
export const openRoute = oc
  .$meta<RouteMeta>({})
  .errors(errorsOf('invalid-request', 'too-many-requests', 'temporarily-unavailable'));

/** A route that needs to know who acts. */
export const route = openRoute.errors(errorsOf('not-signed-in'));

/** A list is read page by page: `nextCursor` is handed back as `cursor`, and null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The part of a list's query that says which page. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number<number | string | undefined>().int().min(1).max(200).default(60),
});

/** The answer of a route that has nothing to say but that it was done. */
export const Nothing = z.object({}).optional();

/** An id as a caller gives it: its letters may be of either case (RFC 9562, 4), and ids are compared as texts. */
export const GivenId = z.uuid().toLowerCase();

/** A list of ids as the body of a request; the same id twice is one. */
export const AssetIds = (most: number) => quickUuids(z.array(GivenId).min(1).max(most), { least: 1, most });
