import { type WriteTurns, createWriteTurns } from '@vitrine/platform/http/write-turns.ts';
import { createIdleMemory } from './idle-memory.ts';

/** Memory that a part of a download passes through. Shared, so that a reader thread fills it in place. */
export type Slab = { bytes: Buffer<SharedArrayBuffer>; isLarge: boolean; isForFast: boolean };

/** Slabs of one process. Large ones are few and nobody waits for one; small ones are there for everybody. */
export type SlabPool = {
  /** A large slab if one is wanted and there are enough for all who want one, else a small one. */
  take: (wanted: { isLarge: boolean }) => Slab;
  giveBack: (slab: Slab) => void;
  /** For a slab that a socket may still be reading: its memory is never used for another download. */
  discard: (slab: Slab) => void;
  inUse: () => { small: number; large: number };
  /** In which slabs are written. */
  turns: WriteTurns;
};

export const smallSlabByteSize = 128 * 1024;
export const largeSlabByteSize = 1024 * 1024;
const byteSizePerTurn = 1024 * 1024;

export const createSlabPool = ({ mostLarge }: { mostLarge: number }): SlabPool => {
  const idle = createIdleMemory<Slab>();
  const inUse = { small: 0, large: 0 };
  let forFast = 0;
  const sizeOf = (slab: Slab) => (slab.isLarge ? 'large' : 'small');
  const release = (slab: Slab): void => {
    inUse[sizeOf(slab)] -= 1;
    if (slab.isForFast) forFast -= 1;
  };
  return {
    take: ({ isLarge }) => {
      // Who got a large one would be several times as fast as who did not: so all do, or none.
      const size = isLarge && forFast < mostLarge ? 'large' : 'small';
      inUse[size] += 1;
      if (isLarge) forFast += 1;
      return Object.assign(idle.take(size) ?? newSlab(size === 'large'), { isForFast: isLarge });
    },
    giveBack: (slab) => {
      const size = sizeOf(slab);
      release(slab);
      idle.keep(size, slab);
    },
    discard: release,
    inUse: () => ({ ...inUse }),
    turns: createWriteTurns({ byteSizePerTurn }),
  };
};

const newSlab = (isLarge: boolean): Slab => ({
  bytes: Buffer.from(new SharedArrayBuffer(isLarge ? largeSlabByteSize : smallSlabByteSize)),
  isLarge,
  isForFast: false,
});
