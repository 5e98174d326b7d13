import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { ObjectMissing, type ObjectStore, StoreUnavailable } from '../objects/port.ts';
import { eventually } from '../testing/eventually.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { createBreaker } from './breaker.ts';
import { guardedStore, isStoreFailure } from './guarded-store.ts';

/** A store of nothing, which can be away. */
const aStore = () => {
  const state = { isAway: false, asked: 0 };
  const ask = async () => {
    state.asked += 1;
    if (state.isAway) throw new StoreUnavailable('away');
  };
  const store: ObjectStore = {
    put: async () => ask().then(() => ({ byteSize: 0, etag: '' })),
    get: async (key) => ask().then(() => Promise.reject(new ObjectMissing(key))),
    stat: async () => ask().then(() => null),
    delete: ask,
    async *list() {},
  };
  const breaker = createBreaker({ name: 'store', log: quietLog, isFailure: isStoreFailure, resetMs: 50 });
  return { state, store: guardedStore(store, breaker) };
};

test('when the store is away, then it is soon not asked any more, for anything, until it is back', async () => {
  const { state, store } = aStore();
  state.isAway = true;
  for (let call = 0; call < 5; call += 1) await expect(store.stat('a')).rejects.toThrow(StoreUnavailable);
  const unavailable = { code: 'temporarily-unavailable' };
  await expect(store.get('a')).rejects.toMatchObject(unavailable);
  await expect(store.put('a', Readable.from([]))).rejects.toMatchObject(unavailable);
  await expect(store.delete('a')).rejects.toMatchObject(unavailable);
  expect(state.asked).toBe(5);
  state.isAway = false;
  expect(await eventually(() => store.stat('a'))).toBeNull();
});

test('when objects are missing, then the store has answered', async () => {
  const { state, store } = aStore();
  for (let call = 0; call < 20; call += 1) await expect(store.get('a')).rejects.toThrow(ObjectMissing);
  expect(state.asked).toBe(20);
});
