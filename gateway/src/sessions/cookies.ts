import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { CookieOptions, Request, Response } from 'express';

/** A cookie that holds a secret, out of reach of scripts. */
export interface SecretCookie {
  readonly name: string;
  read: (request: Request) => string | null;
  write: (response: Response, secret: string, lifetimeSeconds: number) => void;
  clear: (response: Response) => void;
}

/** A cookie for each of the links or shares that a browser has open: what is in one is nothing to the others. */
export const cookiesPer = (baseName: string, isSecure: boolean) => {
  const marked = (mark: string) => secretCookie(`${baseName}_${mark}`, isSecure);
  return {
    of: (linkOrShare: string): SecretCookie => marked(hashOfSecret(linkOrShare).slice(0, 16)),
    /** Those that came with a request: browsers send what they were given first before the rest (RFC 6265, 5.4). */
    all: (request: Request): SecretCookie[] => {
      const marks = pairsOf(request).map((pair) => /_([\da-f]{16})=/.exec(pair)?.[1] ?? '');
      return marks.map(marked).filter((cookie) => cookie.read(request) !== null);
    },
  };
};

const SECRET = /^[\w-]{43}$/;

/**
 * @param isSecure whether browsers may send it over https only. Its name then begins with `__Host-`, by which a browser
 * takes it from this very host and nobody else, not even a neighbour under the same domain (RFC 6265bis, 4.1.3.2).
 */
export const secretCookie = (baseName: string, isSecure: boolean): SecretCookie => {
  const name = isSecure ? `__Host-${baseName}` : baseName;
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure };
  return {
    name,
    read: (request) => cookieNamed(request, name),
    write: (response, secret, lifetimeSeconds) => {
      response.cookie(name, secret, { ...options, maxAge: lifetimeSeconds * 1_000 });
    },
    clear: (response) => {
      response.clearCookie(name, options);
    },
  };
};

/** The first cookie of that name (RFC 6265, 5.4 sends the most specific path first); what is no secret is none. */
const cookieNamed = (request: Request, name: string): string | null => {
  const value =
    pairsOf(request)
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? '';
  return SECRET.test(value) ? value : null;
};

const pairsOf = (request: Request): string[] =>
  (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
