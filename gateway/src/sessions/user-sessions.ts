import type { Clock } from '@vitrine/platform/clock.ts';
import { hashOfSecret, newSecret } from '@vitrine/platform/ids/ids.ts';
import * as z from 'zod';
import type { SessionStore } from './fail-closed.ts';
import { readJson } from './read-json.ts';

const UserSession = z.object({
  userId: z.string(),
  /** The domain that was chosen last; null until one is. */
  currentDomainId: z.string().nullable(),
  /** Of the person's sessions, when this one began; those of before there was one began in the first. */
  epoch: z.int().default(1),
  startedAt: z.iso.datetime(),
  renewedAt: z.iso.datetime(),
});
export type UserSession = z.infer<typeof UserSession>;

/** A session together with what names it: the hash of its secret, which alone is kept. */
export interface FoundSession {
  id: string;
  session: UserSession;
}

export type UserSessions = ReturnType<typeof userSessions>;

/** A session ends when it was not used for so long. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;
/** Writing it at each request would be waste: it is prolonged once it was not for so long. */
const RENEW_AFTER_MS = 60 * 60 * 1_000;
/** Longer than any request that could still be writing the session that another one ended. */
const ENDED_SECONDS = 60;

export const userSessions = ({ store, clock }: { store: SessionStore; clock: Clock }) => {
  const write = (id: string, session: UserSession) =>
    store.set(keyOf(id), JSON.stringify(session), { ttlSeconds: SESSION_SECONDS });
  // A sign-out in the middle of this would be undone by the write: so it leaves a mark, which is looked for after.
  const rewrite = async (id: string, session: UserSession) => {
    await write(id, session);
    if ((await store.get(endedKeyOf(id))) !== null) await store.delete(keyOf(id));
  };
  const byId = async (id: string): Promise<FoundSession | null> => {
    const session = readJson(UserSession, await store.get(keyOf(id)));
    return session && { id, session };
  };
  return {
    /** Begins a session under a new secret, which is given back and nowhere kept. */
    start: async (userId: string, epoch: number): Promise<{ secret: string } & FoundSession> => {
      const [secret, now] = [newSecret(), clock().toISOString()];
      const session = { userId, currentDomainId: null, epoch, startedAt: now, renewedAt: now };
      const id = hashOfSecret(secret);
      await write(id, session);
      return { secret, id, session };
    },
    find: (secret: string): Promise<FoundSession | null> => byId(hashOfSecret(secret)),
    byId,
    exists: async (id: string): Promise<boolean> => (await store.get(keyOf(id))) !== null,
    /** Prolongs a session that is used; tells whether it did. */
    renew: async ({ id, session }: FoundSession): Promise<boolean> => {
      const now = clock();
      if (now.getTime() - Date.parse(session.renewedAt) < RENEW_AFTER_MS) return false;
      await rewrite(id, { ...session, renewedAt: now.toISOString() });
      return true;
    },
    chooseDomain: async ({ id, session }: FoundSession, domainId: string): Promise<FoundSession> => {
      const changed = { ...session, currentDomainId: domainId };
      await rewrite(id, changed);
      return { id, session: changed };
    },
    end: async (id: string): Promise<void> => {
      await store.set(endedKeyOf(id), '1', { ttlSeconds: ENDED_SECONDS });
      await store.delete(keyOf(id));
    },
  };
};

const keyOf = (id: string): string => `session:${id}`;
const endedKeyOf = (id: string): string => `session-ended:${id}`;
