import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What a provider of tests keeps, in memory and until it ends: nothing here lives long enough to expire. */
export const memoryStore = (): ((kind: string) => Adapter) => {
  const kept = new Map<string, AdapterPayload>();
  const first = (isMeant: (payload: AdapterPayload) => boolean) =>
    Promise.resolve([...kept.values()].find(isMeant));
  return (kind) => ({
    upsert: async (id, payload) => void kept.set(`${kind}:${id}`, payload),
    find: (id) => Promise.resolve(kept.get(`${kind}:${id}`)),
    findByUid: (uid) => first((payload) => payload.uid === uid && payload.kind === kind),
    findByUserCode: (userCode) => first((payload) => payload.userCode === userCode),
    consume: async (id) => void Object.assign(kept.get(`${kind}:${id}`) ?? {}, { consumed: true }),
    destroy: async (id) => void kept.delete(`${kind}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
};
