import type { Counted } from '@vitrine/platform/keyvalue/port.ts';

/** Counts in the memory of this process, each for a while. */
export interface ProcessCounters {
  /** Adds one and tells the count. The time begins with the first and is not prolonged by the others. */
  increment: (key: string, seconds: number) => Counted;
  /** What was counted so far. */
  read: (key: string) => Counted;
  forget: (key: string) => void;
}

interface Counting {
  count: number;
  endsAt: number;
}

/** More keys than anybody honest needs within a minute; what was begun first is forgotten first. */
const KEYS_MAX = 100_000;

export const processCounters = (now: () => number, keysMax = KEYS_MAX): ProcessCounters => {
  const counters = new Map<string, Counting>();
  const running = (key: string): Counting | null => {
    const counted = counters.get(key);
    return counted && now() < counted.endsAt ? counted : null;
  };
  const begin = (key: string, seconds: number): Counting => {
    counters.delete(key);
    const [oldest] = counters.keys();
    if (counters.size >= keysMax && oldest !== undefined) counters.delete(oldest);
    const counted = { count: 0, endsAt: now() + seconds * 1_000 };
    counters.set(key, counted);
    return counted;
  };
  const read = (key: string): Counted => {
    const counted = running(key);
    if (counted === null) return { count: 0, resetSeconds: 0 };
    return { count: counted.count, resetSeconds: Math.max(1, Math.ceil((counted.endsAt - now()) / 1_000)) };
  };
  return {
    increment: (key, seconds) => {
      const counted = running(key) ?? begin(key, seconds);
      counted.count += 1;
      return read(key);
    },
    read,
    forget: (key) => void counters.delete(key),
  };
};
