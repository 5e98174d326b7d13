import type { Request, Response } from 'express';
import { whoActed } from './who-acted.ts';

/** What the log tells of a request that was refused, beside what it tells of every one. */
export interface RefusedRequest {
  /** Where it came from, as limits count it. */
  address: string;
  userId?: string;
  invitationId?: string;
}

/**
 * Who was refused, and where that came from: what somebody who looks into an attempt has to know (OWASP ASVS 5.0,
 * 16.3). What was served says nothing of its kind. An address that somebody tried to sign in with is left out, since it
 * may be anything, even a password.
 */
export const refusedRequest =
  (addressOf: (request: Request) => string) =>
  (request: Request, { statusCode }: Response): RefusedRequest | null => {
    if (statusCode < 400 || statusCode >= 500) return null;
    const address = addressOf(request);
    const acting = whoActed(request);
    if (acting?.kind === 'person') return { address, userId: acting.userId };
    if (acting?.kind === 'guest') return { address, invitationId: acting.invitationId };
    return { address };
  };
