import type { PackIndex } from './pack-format.ts';

/** Where an object lies among others. */
export interface ObjectPlace {
  /** Of the pack: a path, or the key of an object. */
  pack: string;
  packByteSize: number;
  offset: number;
  byteSize: number;
}

/** Which packs there are, and where in them objects lie. */
export interface PackRegistry {
  add: (pack: string, index: Omit<PackIndex, 'crc32s'>) => void;
  /** What was in it lies nowhere then. Answers how many objects that were. */
  drop: (pack: string) => number;
  placeOf: (key: string) => ObjectPlace | null;
  packs: () => string[];
}

type Pack = Omit<PackIndex, 'crc32s'> & { pack: string };

/** More than a pack holds; a place is the number of a pack times this, and that of an object in it. */
const PLACES = 16_384;

/**
 * One number per object: 100,000 objects take some 12 MB, nearly all of it their keys. The number of a pack is never
 * given again.
 */
export const createPackRegistry = (): PackRegistry => {
  const places = new Map<string, number>();
  const packs = new Map<number, Pack>();
  let lastNumber = -1;
  return {
    add: (pack, { keys, starts, packByteSize }) => {
      lastNumber += 1;
      packs.set(lastNumber, { pack, keys, starts, packByteSize });
      for (const [at, key] of keys.entries()) places.set(key, lastNumber * PLACES + at);
    },
    drop: (pack) => {
      for (const [number, known] of packs) {
        if (known.pack !== pack) continue;
        packs.delete(number);
        // Another pack may hold it by now.
        for (const [at, key] of known.keys.entries())
          if (places.get(key) === number * PLACES + at) places.delete(key);
        return known.keys.length;
      }
      return 0;
    },
    placeOf: (key) => {
      const place = places.get(key);
      if (place === undefined) return null;
      const known = packs.get(Math.floor(place / PLACES));
      if (known === undefined) return null;
      const { pack, packByteSize, starts } = known;
      const offset = starts[place % PLACES] ?? 0;
      const byteSize = (starts[(place % PLACES) + 1] ?? 0) - offset;
      return { pack, packByteSize, offset, byteSize };
    },
    packs: () => Array.from(packs.values(), ({ pack }) => pack),
  };
};
