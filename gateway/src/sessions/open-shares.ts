import { hashOfSecret } from '@vitrine/platform/ids/ids.ts';
import type { Request, Response } from 'express';
import { type SecretCookie, cookiesPer, secretCookie } from './cookies.ts';
import type { FoundGuestSession, GuestSessions } from './guest-sessions.ts';

/**
 * The shares that a browser has open as a guest. Each has a session of its own, in a cookie of its own, so that the tabs
 * of one take nothing from those of another; the one that was opened last is meant where none is named.
 */
export interface OpenShares {
  /** The session for a share, or for the one that was opened last. */
  find: (request: Request, shareId: string | undefined) => Promise<FoundGuestSession | null>;
  /** Keeps the secret of a session that was just begun. */
  keep: (request: Request, response: Response, begun: Begun) => Promise<void>;
  /** Ends the session for a share, or for the one that was opened last, and no other. */
  end: (request: Request, response: Response, shareId: string | undefined) => Promise<void>;
}

interface Begun {
  readonly shareId: string;
  readonly secret: string;
  readonly ttlSeconds: number;
}

/** More than anybody looks at; their cookies come with each request, and a header has its limits. */
const OPEN_MAX = 20;

export const openShares = (guestSessions: GuestSessions, isSecure: boolean): OpenShares => {
  // Pages and processes of before know this one only.
  const last = secretCookie('vitrine_guest', isSecure);
  const shares = cookiesPer('vitrine_guest_share', isSecure);
  const sessionIn = async (cookie: SecretCookie, request: Request): Promise<FoundGuestSession | null> => {
    const secret = cookie.read(request);
    return secret === null ? null : guestSessions.find(secret);
  };
  const endIn = async (cookie: SecretCookie, request: Request): Promise<void> => {
    const secret = cookie.read(request);
    if (secret !== null) await guestSessions.end(hashOfSecret(secret));
  };
  const find: OpenShares['find'] = async (request, shareId) => {
    if (shareId === undefined) return sessionIn(last, request);
    for (const cookie of [shares.of(shareId), last]) {
      const found = await sessionIn(cookie, request);
      if (found?.session.shareId === shareId) return found;
    }
    return null;
  };
  return {
    find,
    keep: async (request, response, { shareId, secret, ttlSeconds }) => {
      const kept = shares.all(request);
      const others = kept.filter(({ name }) => name !== shares.of(shareId).name);
      for (const cookie of others.slice(0, Math.max(0, others.length - OPEN_MAX + 1))) {
        await endIn(cookie, request);
        cookie.clear(response);
      }
      // What a process of before began is in no other cookie.
      const isKept = kept.some((cookie) => cookie.read(request) === last.read(request));
      if (!isKept) await endIn(last, request);
      // Clients that keep one cookie keep the first.
      for (const cookie of [last, shares.of(shareId)]) cookie.write(response, secret, ttlSeconds);
    },
    end: async (request, response, shareId) => {
      const found = await find(request, shareId);
      const wasLast = shareId === undefined || found?.id === (await sessionIn(last, request))?.id;
      const endedId = found?.session.shareId ?? shareId;
      if (found) await guestSessions.end(found.id);
      if (endedId !== undefined) shares.of(endedId).clear(response);
      if (wasLast) last.clear(response);
    },
  };
};
