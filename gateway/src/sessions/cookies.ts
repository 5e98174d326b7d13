import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { CookieOptions, Request, Response } from 'express';

/** A cookie that holds a secret, out of reach of scripts. */
export interface SecretCookie {
  read: (request: Request) => string | null;
  write: (response: Response, secret: string, lifetimeSeconds: number) => void;
  clear: (response: Response) => void;
}

/** A cookie for each of the links that a browser has open: what one of them waits for is nothing to the others. */
export const cookiePerLink =
  (baseName: string, isSecure: boolean) =>
  (token: string): SecretCookie =>
    secretCookie(`${baseName}_${hashOfSecret(token).slice(0, 16)}`, isSecure);

const SECRET = /^[\w-]{43}$/;

/**
 * @param isSecure whether browsers may send it over https only. Its name then begins with `__Host-`, by which a browser
 * takes it from this very host and nobody else, not even a neighbour under the same domain (RFC 6265bis, 4.1.3.2).
 */
export const secretCookie = (baseName: string, isSecure: boolean): SecretCookie => {
  const name = isSecure ? `__Host-${baseName}` : baseName;
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure };
  return {
    read: (request) => cookieNamed(request.headers.cookie ?? '', name),
    write: (response, secret, lifetimeSeconds) => {
      response.cookie(name, secret, { ...options, maxAge: lifetimeSeconds * 1_000 });
    },
    clear: (response) => {
      response.clearCookie(name, options);
    },
  };
};

/** The first cookie of that name (RFC 6265, 5.4 sends the most specific path first); what is no secret is none. */
const cookieNamed = (header: string, name: string): string | null => {
  const pairs = header.split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
  return SECRET.test(value) ? value : null;
};
