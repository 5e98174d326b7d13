import type { Clock } from '@vitrine/platform/clock.ts';
import { hashOfSecret, newId, newSecret } from '@vitrine/platform/ids/ids.ts';
import * as z from 'zod';
import { endableSessions } from './endable-sessions.ts';
import type { SessionStore } from './fail-closed.ts';
import { sessionList } from './session-list.ts';
import { Where } from './where.ts';

const GuestSession = z.object({
  /** What it is called in answers; null for a session of before it was. */
  publicId: z.string().nullable().default(null),
  invitationId: z.string(),
  shareId: z.string(),
  secretVersion: z.int(),
  /** For the owner of the share; null for a session of before that was kept. */
  seen: z
    .object({
      startedAt: z.iso.datetime(),
      /** When it was used, as far as that is written. */
      usedAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      where: Where,
    })
    .nullable()
    .default(null),
});
export type GuestSession = z.infer<typeof GuestSession>;

/** A session together with what names it: the hash of its secret, which alone is kept. */
export interface FoundGuestSession {
  id: string;
  session: GuestSession;
}

/** When an invitation ends. */
interface End {
  readonly expiresAt: string;
  readonly secondsLeft?: number | undefined;
}

export type GuestSessions = ReturnType<typeof guestSessions>;

/** Writing at each request that it is used would be waste. */
const NOTE_AFTER_MS = 10 * 60 * 1_000;

/** The sessions of guests. They end with the invitation; whether that still lives is asked at each request. */
export const guestSessions = ({ store, clock }: { store: SessionStore; clock: Clock }) => {
  const sessions = endableSessions(store, 'guest-session', GuestSession);
  const ownerOf = async (id: string) => (await sessions.byId(id))?.invitationId ?? null;
  const list = sessionList(store, 'guest-sessions-of', { ownerOf, end: sessions.end });
  const secondsUntil = (instant: string): number =>
    Math.max(1, Math.ceil((Date.parse(instant) - clock().getTime()) / 1_000));
  const byId = async (id: string): Promise<FoundGuestSession | null> => {
    const session = await sessions.byId(id);
    return session && { id, session };
  };
  return {
    /** Begins a session under a new secret, until the invitation's expiry: how long that is, its own clock says. */
    start: async (
      opened: Omit<GuestSession, 'publicId' | 'seen'>,
      { expiresAt, secondsLeft }: End,
      where: Where,
    ) => {
      const [secret, startedAt] = [newSecret(), clock().toISOString()];
      const ttlSeconds = secondsLeft ?? secondsUntil(expiresAt);
      const id = hashOfSecret(secret);
      const seen = { startedAt, usedAt: startedAt, expiresAt, where };
      // In this order there is no session that is not in the list.
      await list.add(opened.invitationId, id, ttlSeconds);
      await sessions.write(id, { ...opened, publicId: newId(), seen }, ttlSeconds);
      await list.endOldest(opened.invitationId);
      return { secret, ttlSeconds };
    },
    find: (secret: string): Promise<FoundGuestSession | null> => byId(hashOfSecret(secret)),
    /** Those of an invitation that were opened by its present secret, the oldest first. */
    ofInvitation: async (invitationId: string, secretVersion: number): Promise<FoundGuestSession[]> => {
      const found = await Promise.all((await list.read(invitationId)).map(byId));
      return found.filter(
        (each) => each !== null && isOf(each, invitationId, secretVersion),
      ) as FoundGuestSession[];
    },
    /** Takes note of where it is used. */
    noteUse: async ({ id, session }: FoundGuestSession, where: Where): Promise<void> => {
      const { seen } = session;
      const now = clock();
      if (seen === null || now.getTime() - Date.parse(seen.usedAt) < NOTE_AFTER_MS) return;
      const used = { ...seen, usedAt: now.toISOString(), where };
      await sessions.replace(id, { ...session, seen: used });
    },
    exists: async (id: string): Promise<boolean> => (await byId(id)) !== null,
    end: list.end,
  };
};

/** Whether a session is one of that invitation, opened by the secret that it has now. */
const isOf = ({ session }: FoundGuestSession, invitationId: string, secretVersion: number): boolean =>
  session.invitationId === invitationId && session.secretVersion === secretVersion;
