import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { AppError } from '../errors/app-error.ts';
import { type Sliced, inSlices } from '../schedule/slices.ts';
import { demandPlainUrl, readingJson } from './read-json.ts';
import { resetConnection } from './reset-connection.ts';

/** The largest body that is taken needs 31 kB/s for that. */
const WITHIN_MS = 120_000;

const hasBody = (headers: NodeJS.Dict<string | string[]>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const refuseOtherKinds: RequestHandler = (request, _response, next) => {
  if (hasBody(request.headers) && request.is('application/json') === false)
    throw new AppError('unsupported-media-type');
  // Nothing is of no kind: what reads the request after us would look for the parts of a form in it, and fail.
  if (!hasBody(request.headers)) Reflect.deleteProperty(request.headers, 'content-type');
  next();
};

/** Nothing else ends a body that never does: an upload may take hours, so the server itself has no limit. */
const resetSlow =
  (withinMs: number): RequestHandler =>
  (request, _response, next) => {
    if (hasBody(request.headers)) {
      const timer = setTimeout(() => resetConnection(request.socket), withinMs).unref();
      for (const end of ['end', 'close']) request.once(end, () => clearTimeout(timer));
    }
    next();
  };

const readText: RequestHandler = async (request, _response, next) => {
  const bytes: unknown = request.body;
  request.body =
    Buffer.isBuffer(bytes) && bytes.length > 0 ? await inSlices(readingObject(textOf(bytes))) : undefined;
  next();
};

/** JSON is UTF-8 (RFC 8259, section 8.1): read as if it were, another encoding would lose letters without a word. */
const textOf = (bytes: Buffer): string => {
  if (!isUtf8(bytes)) throw invalidBody('The body is not UTF-8.');
  return new TextDecoder().decode(bytes);
};

/** Of anything else, what joins it with the parameters of the path would make an object without a word. */
function* readingObject(text: string): Sliced<object> {
  const value = yield* readingJson(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw invalidBody('The body is no object.');
}

const invalidBody = (message: string): AppError =>
  new AppError('invalid-request', { issues: [{ path: '', message }] });

/** Refuses an address that no honest client asks for; before all routes, those of bytes too. */
export const refuseOddUrl: RequestHandler = (request, _response, next) => {
  demandPlainUrl(request.originalUrl);
  next();
};

/**
 * Reads a JSON body within a limit; a body of another kind is refused. The connection of one that is not whole in time
 * is reset.
 */
export const jsonBody = (limitBytes: number, withinMs = WITHIN_MS): RequestHandler[] => [
  refuseOtherKinds,
  resetSlow(withinMs),
  express.raw({ type: 'application/json', limit: limitBytes }),
  readText,
];
