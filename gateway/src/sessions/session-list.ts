import type { SessionStore } from './fail-closed.ts';

/** Which sessions a person has: for showing them, and so that they are not without number. What ends them is no list. */
export const sessionList = (store: SessionStore, lifetimeSeconds: number) => ({
  /** One that is there already stays in its place. */
  add: (userId: string, id: string): Promise<void> =>
    store.addMember(keyOf(userId), id, { ttlSeconds: lifetimeSeconds }),
  /** The oldest first; what is over may still be named. */
  read: (userId: string): Promise<string[]> => store.members(keyOf(userId)),
  remove: (userId: string, id: string): Promise<void> => store.removeMember(keyOf(userId), id),
});

const keyOf = (userId: string): string => `sessions-of:${userId}`;
