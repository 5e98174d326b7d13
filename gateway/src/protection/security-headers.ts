import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** OWASP ASVS 5.0, 3.4.1. */
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The headers that keep a browser from doing more with an answer than the portal meant. */
export const securityHeaders = (isHttps: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        // The page's components set positions and sizes as inline styles.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
    // A browser ignores these without https, and says so in its console.
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
    xFrameOptions: { action: 'deny' },
  });

const SECRET_ADDRESS = /^\/(?:guest|d)(?:\/|$)/;

/** An address that holds a secret is told to no other page and kept by no search engine; no answer of the API is kept. */
export const discreetHeaders: RequestHandler = (request, response, next) => {
  if (SECRET_ADDRESS.test(request.path)) {
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('X-Robots-Tag', 'noindex');
  }
  if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
  next();
};
