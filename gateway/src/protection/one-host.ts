import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { RequestHandler } from 'express';

/** The letters of `uri-host [":" port]` (RFC 3986, 3.2.2). */
const HOST = /^[\w.~%!$&'()*+,;=:[\]-]*$/;

/**
 * Refuses a request for several hosts, or for none that could be one, as RFC 9112, 3.2 demands: of two, a proxy on the
 * way may have gone by the other.
 */
export const demandOneHost: RequestHandler = (request, _response, next) => {
  const hosts = request.headersDistinct['host'] ?? [];
  if (hosts.length > 1 || !HOST.test(hosts[0] ?? '')) throw new AppError('invalid-request');
  next();
};
