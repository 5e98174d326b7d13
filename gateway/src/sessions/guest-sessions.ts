import type { Clock } from '@vitrine/platform/clock.ts';
import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import * as z from 'zod';
import type { SessionStore } from './fail-closed.ts';
import { readJson } from './read-json.ts';

const GuestSession = z.object({ invitationId: z.string(), shareId: z.string(), secretVersion: z.int() });
export type GuestSession = z.infer<typeof GuestSession>;

export type GuestSessions = ReturnType<typeof guestSessions>;

/** The sessions of guests. They end with the invitation; whether that still lives is asked at each request. */
export const guestSessions = ({ store, clock }: { store: SessionStore; clock: Clock }) => ({
  /** Begins a session under a new secret, until the invitation's expiry. */
  start: async (session: GuestSession, expiresAt: string) => {
    const ttlSeconds = Math.max(1, Math.ceil((Date.parse(expiresAt) - clock().getTime()) / 1_000));
    const secret = newSecret();
    await store.set(keyOf(hashOfSecret(secret)), JSON.stringify(session), { ttlSeconds });
    return { secret, ttlSeconds };
  },
  find: async (secret: string): Promise<{ id: string; session: GuestSession } | null> => {
    const id = hashOfSecret(secret);
    const session = readJson(GuestSession, await store.get(keyOf(id)));
    return session && { id, session };
  },
  exists: async (id: string): Promise<boolean> => (await store.get(keyOf(id))) !== null,
  end: (id: string): Promise<void> => store.delete(keyOf(id)),
});

const keyOf = (id: string): string => `guest-session:${id}`;
