import { setTimeout as pause } from 'node:timers/promises';

/** Something that goes wrong and comes right again. */
export interface Fault {
  /** `kill -9 share`, `the broker restarts`. */
  readonly name: string;
  /** Resolves when it is over and what was broken is there again, if not yet ready. */
  readonly strike: () => Promise<void>;
}

/** How often. */
export interface Pace {
  readonly pauseMs: number;
  readonly random: () => number;
  readonly say: (line: string) => void;
  /** Resolves when enough is there for another fault to break. */
  readonly recovered: (signal: AbortSignal) => Promise<void>;
}

/** Faults that strike one after the other. */
export interface Chaos {
  /** What struck until now, in order. */
  readonly struck: readonly string[];
  /** Resolves when the last one is over, once it was told to end. */
  readonly over: Promise<void>;
}

/**
 * Lets one fault after another strike until it is told to end. Each strikes once, in an order by chance, before any
 * strikes again.
 */
export const wreak = (faults: readonly Fault[], pace: Pace, signal: AbortSignal): Chaos => {
  const struck: string[] = [];
  return { struck, over: strikeAll(faults, pace, signal, struck) };
};

const strikeAll = async (
  faults: readonly Fault[],
  { pauseMs, random, say, recovered }: Pace,
  signal: AbortSignal,
  struck: string[],
): Promise<void> => {
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    for (const fault of shuffled(faults, random)) {
      await pause(pauseMs * (0.5 + random()), undefined, { signal }).catch(() => undefined);
      await recovered(signal);
      if (isOver()) return;
      say(fault.name);
      await fault.strike();
      struck.push(fault.name);
    }
  }
};

const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] =>
  items
    .map((item) => ({ item, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32, public domain). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
