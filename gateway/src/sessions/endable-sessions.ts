import type * as z from 'zod';
import type { SessionStore } from './fail-closed.ts';
import { readJson } from './read-json.ts';

/** Longer than any request that could still be writing the session that another one ended. */
const ENDED_SECONDS = 60;

/** Sessions one by one, under the hashes of their secrets, which alone are kept. `name` begins the keys. */
export const endableSessions = <Session>(store: SessionStore, name: string, schema: z.ZodType<Session>) => {
  const keyOf = (id: string): string => `${name}:${id}`;
  const endedKeyOf = (id: string): string => `${name}-ended:${id}`;
  const write = (id: string, session: Session, ttlSeconds: number): Promise<void> =>
    store.set(keyOf(id), JSON.stringify(session), { ttlSeconds: Math.max(1, ttlSeconds) });
  return {
    byId: async (id: string): Promise<Session | null> => readJson(schema, await store.get(keyOf(id))),
    write,
    /** For the rest of its time; one that has ended meanwhile stays ended. */
    replace: (id: string, session: Session): Promise<void> =>
      store.replace(keyOf(id), JSON.stringify(session)),
    /** An end in the middle of this would be undone by the write: so it leaves a mark, which is looked for after. */
    rewrite: async (id: string, session: Session, ttlSeconds: number): Promise<void> => {
      await write(id, session, ttlSeconds);
      if ((await store.get(endedKeyOf(id))) !== null) await store.delete(keyOf(id));
    },
    end: async (id: string): Promise<void> => {
      await store.set(endedKeyOf(id), '1', { ttlSeconds: ENDED_SECONDS });
      await store.delete(keyOf(id));
    },
  };
};
