import { API_PREFIX } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { RequestHandler } from 'express';

/** What a browser tells of where a request comes from. */
export interface RequestOrigin {
  method: string;
  /** https://www.w3.org/TR/fetch-metadata/ */
  secFetchSite: string | undefined;
  origin: string | undefined;
  host: string | undefined;
  /** Where the portal is reached. */
  publicUrl: URL;
}

const SAFE_METHODS = new Set(['GET', 'HEAD']);
const OWN_SITES = new Set(['same-origin', 'none']);
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a page that is not ours makes the browser change something. What is no browser tells neither and may. */
export const isCrossSite = ({ method, secFetchSite, origin, host, publicUrl }: RequestOrigin): boolean => {
  if (SAFE_METHODS.has(method)) return false;
  if (secFetchSite !== undefined && !OWN_SITES.has(secFetchSite)) return true;
  return origin !== undefined && !isOwnOrigin(origin, host, publicUrl);
};

/** Refuses requests to the API that change something and come from another site. */
export const refuseCrossSite =
  (publicUrl: URL): RequestHandler =>
  (request, _response, next) => {
    const { method, headers } = request;
    const secFetchSite = request.header('sec-fetch-site');
    const isRefused = isCrossSite({
      method,
      secFetchSite,
      origin: headers.origin,
      host: headers.host,
      publicUrl,
    });
    if (isRefused && request.path.startsWith(API_PREFIX)) throw new AppError('cross-site-request');
    next();
  };

const isOwnOrigin = (origin: string, host: string | undefined, publicUrl: URL): boolean => {
  if (!URL.canParse(origin)) return false;
  return originsOf(publicUrl).has(origin.toLowerCase()) || new URL(origin).host === host?.toLowerCase();
};

/** The machine itself has several names, and people use all of them. */
const originsOf = (publicUrl: URL): Set<string> =>
  LOOPBACK.includes(publicUrl.hostname)
    ? new Set(LOOPBACK.map((name) => new URL(`${publicUrl.protocol}//${name}:${publicUrl.port}`).origin))
    : new Set([publicUrl.origin]);
