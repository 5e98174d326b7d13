import type { PackIndex } from './pack-file.ts';

/** Where an object lies among others. */
export interface ObjectPlace {
  path: string;
  offset: number;
  byteSize: number;
}

/** Which packs there are, and where in them objects lie. */
export interface PackRegistry {
  /** `starts` as in a `PackIndex`. */
  add: (path: string, index: Pick<PackIndex, 'keys' | 'starts'>) => void;
  /** What was in it lies nowhere then. Answers how many objects that were. */
  drop: (path: string) => number;
  /** Forgets an object that is being deleted or replaced. */
  forget: (key: string) => void;
  placeOf: (key: string) => ObjectPlace | null;
  paths: () => string[];
}

interface Pack {
  path: string;
  starts: Uint32Array;
}

/** More than a pack holds; a place is the number of a pack times this, and that of an object in it. */
const PLACES = 16_384;

/**
 * One number per object: 100,000 objects take some 12 MB, nearly all of it their keys. The number of a pack is never
 * given again, so what still names one that was dropped lies nowhere.
 */
export const createPackRegistry = (): PackRegistry => {
  const places = new Map<string, number>();
  const packs = new Map<number, Pack>();
  let lastNumber = -1;
  return {
    add: (path, { keys, starts }) => {
      lastNumber += 1;
      packs.set(lastNumber, { path, starts });
      for (const [at, key] of keys.entries()) places.set(key, lastNumber * PLACES + at);
    },
    drop: (path) => {
      for (const [number, pack] of packs) {
        if (pack.path !== path) continue;
        packs.delete(number);
        return pack.starts.length - 1;
      }
      return 0;
    },
    forget: (key) => void places.delete(key),
    placeOf: (key) => {
      const place = places.get(key);
      if (place === undefined) return null;
      const pack = packs.get(Math.floor(place / PLACES));
      if (pack === undefined) return null;
      const offset = pack.starts[place % PLACES] ?? 0;
      return { path: pack.path, offset, byteSize: (pack.starts[(place % PLACES) + 1] ?? 0) - offset };
    },
    paths: () => Array.from(packs.values(), ({ path }) => path),
  };
};
