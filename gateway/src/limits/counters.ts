import type { Counted, KeyValue } from '@vitrine/platform/keyvalue/port.ts';
import type { ProcessCounters } from './process-counters.ts';

/** What limits are counted by. It never fails. */
export interface Counters {
  increment: (key: string, seconds: number) => Promise<Counted>;
  read: (key: string) => Promise<Counted>;
  forget: (key: string) => Promise<void>;
}

/**
 * Counts for all replicas together in the store, and beside that in this process: where the store does not answer,
 * what this process has seen goes on counting, from what it was and not from nothing.
 */
export const countersOf = (keyValue: KeyValue, ours: ProcessCounters): Counters => ({
  increment: async (key, seconds) => {
    const counted = ours.increment(key, seconds);
    return keyValue.increment(key, { ttlSeconds: seconds }).catch(() => counted);
  },
  read: (key) => keyValue.counted(key).catch(() => ours.read(key)),
  forget: async (key) => {
    ours.forget(key);
    await keyValue.delete(key).catch(() => undefined);
  },
});
