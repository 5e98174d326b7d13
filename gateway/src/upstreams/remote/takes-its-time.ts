import { BYTE_ROUTES } from '@vitrine/contracts';
import type { Request } from 'express';

/** A body of 2,000 ids: what is asked for with it may take a while. */
const LARGE_BYTE_SIZE = 64 * 1_024;

const OF_BYTES: ReadonlySet<string> = new Set(
  Object.values(BYTE_ROUTES).map(({ method, path }) => `${method.toUpperCase()} ${path}`),
);

/**
 * Whether a request may wait long for its answer without anything being wrong: bytes go up or down, or come out of a
 * store that is slow. All else is answered soon or not at all.
 */
export const takesItsTime = (request: Request): boolean => {
  const { path } = (request.route ?? {}) as { path?: string };
  // HEAD is answered as GET is; of one route alone it is the method.
  const methods = request.method === 'HEAD' ? ['HEAD', 'GET'] : [request.method];
  return isLarge(request) || methods.some((method) => OF_BYTES.has(`${method} ${path}`));
};

/** A body whose length is not told is as long as it likes. */
export const isLarge = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined ||
  Number(request.headers['content-length'] ?? 0) > LARGE_BYTE_SIZE;
