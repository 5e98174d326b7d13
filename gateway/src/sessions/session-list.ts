import type { SessionStore } from './fail-closed.ts';

/** More than anybody has browsers. A script that begins one again and again ends the oldest of its own. */
export const SESSIONS_MAX = 200;

interface ListedSessions {
  readonly ownerOf: (id: string) => Promise<string | null>;
  readonly end: (id: string) => Promise<void>;
}

/**
 * Which sessions somebody has: for showing them, and so that they are not without number. What ends them is no list.
 * `name` begins the keys.
 */
export const sessionList = (store: SessionStore, name: string, sessions: ListedSessions) => {
  const keyOf = (owner: string): string => `${name}:${owner}`;
  return {
    /** One that is there already stays in its place. The list lives on for so long. */
    add: (owner: string, id: string, ttlSeconds: number): Promise<void> =>
      store.addMember(keyOf(owner), id, { ttlSeconds }),
    /** The oldest first; what is over may still be named. */
    read: (owner: string): Promise<string[]> => store.members(keyOf(owner)),
    /** Ends one, which then counts for nothing. */
    end: async (id: string): Promise<void> => {
      const owner = await sessions.ownerOf(id);
      await sessions.end(id);
      if (owner !== null) await store.removeMember(keyOf(owner), id);
    },
    /** Ends those that are too many, the oldest first. */
    endOldest: async (owner: string): Promise<void> => {
      const ids = await store.members(keyOf(owner));
      for (const id of ids.slice(0, -SESSIONS_MAX)) {
        await sessions.end(id);
        await store.removeMember(keyOf(owner), id);
      }
    },
  };
};
