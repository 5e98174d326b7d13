import { type ObjectStore, StoreUnavailable } from '../objects/port.ts';
import type { Breaker } from './breaker.ts';

/** For the breaker of a store, which has time limits of its own: a missing object is an answer. */
export const isStoreFailure = (error: unknown): boolean => error instanceof StoreUnavailable;

/**
 * A store that is not asked while it does not answer. Only the way to the first byte counts: how long the rest takes,
 * and an upload, which has to wait for who sends it, says nothing about the store.
 * @throws AppError `temporarily-unavailable` at once while the circuit is open
 */
export const guardedStore = <Store extends ObjectStore>(store: Store, breaker: Breaker): Store => ({
  ...store,
  put: async (...values: Parameters<ObjectStore['put']>) => {
    breaker.refuseWhileOpen();
    return store.put(...values);
  },
  get: (...values: Parameters<ObjectStore['get']>) => breaker.run(() => store.get(...values)),
  stat: (...values: Parameters<ObjectStore['stat']>) => breaker.run(() => store.stat(...values)),
  delete: (...values: Parameters<ObjectStore['delete']>) => breaker.run(() => store.delete(...values)),
});
