import type { Clock } from '@vitrine/platform/clock.ts';
import { hashOfSecret, newId, newSecret } from '@vitrine/platform/ids/ids.ts';
import * as z from 'zod';
import { endableSessions } from './endable-sessions.ts';
import type { SessionStore } from './fail-closed.ts';
import { sessionList } from './session-list.ts';
import { Where } from './where.ts';

const UserSession = z.object({
  /** What it is called in answers; null for a session of before it was. */
  publicId: z.string().nullable().default(null),
  userId: z.string(),
  /** The domain that was chosen last; null until one is. */
  currentDomainId: z.string().nullable(),
  /** Of the person's sessions, when this one began; those of before there was one began in the first. */
  epoch: z.int().default(1),
  startedAt: z.iso.datetime(),
  /** When it was used, as far as that is written. */
  renewedAt: z.iso.datetime(),
  /** Where it was used then; null for a session of before that was kept. */
  where: Where.nullable().default(null),
});
export type UserSession = z.infer<typeof UserSession>;

/** A session together with what names it: the hash of its secret, which alone is kept. */
export interface FoundSession {
  id: string;
  session: UserSession;
}

export type UserSessions = ReturnType<typeof userSessions>;

/** A session ends when it was not used for so long, */
const UNUSED_SECONDS = 14 * 24 * 60 * 60;
/** and after so long however much it is used. */
const LIFETIME_SECONDS = 30 * 24 * 60 * 60;
/** Writing it at each request would be waste: it is prolonged once it was not for so long. */
const RENEW_AFTER_MS = 10 * 60 * 1_000;

export const userSessions = ({ store, clock }: { store: SessionStore; clock: Clock }) => {
  const { byId, write, rewrite, end, secondsLeft } = keptSessions({ store, clock });
  const ownerOf = async (id: string) => (await byId(id))?.session.userId ?? null;
  const list = sessionList(store, 'sessions-of', { ownerOf, end });
  return {
    /** Begins a session under a new secret, which is given back and nowhere kept. */
    start: async (userId: string, epoch: number, where: Where) => {
      const [secret, startedAt] = [newSecret(), clock().toISOString()];
      const seen = { startedAt, renewedAt: startedAt, where };
      const session = { publicId: newId(), userId, currentDomainId: null, epoch, ...seen };
      const id = hashOfSecret(secret);
      // In this order there is no session that is not in the list.
      await list.add(userId, id, LIFETIME_SECONDS);
      await write(id, session);
      await list.endOldest(userId);
      return { secret, id, session, secondsLeft: secondsLeft(session) };
    },
    find: (secret: string): Promise<FoundSession | null> => byId(hashOfSecret(secret)),
    byId,
    /** Those of a person, the oldest first; some of them may be over by the person's epoch. */
    ofPerson: async (userId: string): Promise<FoundSession[]> => {
      const found = await Promise.all((await list.read(userId)).map(byId));
      return found.filter((each) => each?.session.userId === userId) as FoundSession[];
    },
    exists: async (id: string): Promise<boolean> => (await byId(id)) !== null,
    /** Prolongs a session that is used; tells for how many seconds it did, and null where it did not. */
    renew: async ({ id, session }: FoundSession, where: Where): Promise<number | null> => {
      const now = clock();
      if (now.getTime() - Date.parse(session.renewedAt) < RENEW_AFTER_MS) return null;
      // What another request of the same page chose in the meantime stays.
      const latest = (await byId(id))?.session ?? session;
      await list.add(latest.userId, id, LIFETIME_SECONDS);
      await rewrite(id, { ...latest, renewedAt: now.toISOString(), where });
      return secondsLeft(latest);
    },
    chooseDomain: async ({ id, session }: FoundSession, domainId: string): Promise<FoundSession> => {
      const changed = { ...session, currentDomainId: domainId };
      await rewrite(id, changed);
      return { id, session: changed };
    },
    end: list.end,
  };
};

/** When a session ends at the latest. */
export const endOf = ({ startedAt }: UserSession): number => Date.parse(startedAt) + LIFETIME_SECONDS * 1_000;

const keptSessions = ({ store, clock }: { store: SessionStore; clock: Clock }) => {
  const sessions = endableSessions(store, 'session', UserSession);
  const secondsLeft = (session: UserSession): number =>
    Math.min(UNUSED_SECONDS, Math.ceil((endOf(session) - clock().getTime()) / 1_000));
  return {
    secondsLeft,
    write: (id: string, session: UserSession) => sessions.write(id, session, secondsLeft(session)),
    rewrite: (id: string, session: UserSession) => sessions.rewrite(id, session, secondsLeft(session)),
    byId: async (id: string): Promise<FoundSession | null> => {
      const session = await sessions.byId(id);
      return session && clock().getTime() < endOf(session) ? { id, session } : null;
    },
    end: sessions.end,
  };
};
