import type { Slab, SlabPool } from './slab-pool.ts';

/** The slabs of one download, in the order of their bytes: the first is written while the next is loaded. */
export type SlabLane = {
  /** Begins to load as many slabs as a download may have. */
  fillUp: (wanted: { isLarge: boolean }) => void;
  /** Waits for the first slab and writes it. Answers its bytes: 0 when there are no more to come. */
  writeFirst: (write: (bytes: Buffer) => Promise<void>) => Promise<number>;
  /** Waits for what is being loaded and gives all slabs back. */
  clear: () => Promise<void>;
};

type Loading = { slab: Slab; loaded: Promise<number> };

// Two large ones are all the memory that a download may take.
const slabsPerDownload = 2;

export const createSlabLane = (pool: SlabPool, load: (bytes: Slab['bytes']) => Promise<number>): SlabLane => {
  const lane: Loading[] = [];
  return {
    fillUp: (wanted) => {
      while (lane.length < slabsPerDownload) lane.push(beginLoading(pool.take(wanted), load));
    },
    writeFirst: async (write) => {
      const first = lane[0];
      const byteSize = (await first?.loaded) ?? 0;
      if (first === undefined || byteSize === 0) return 0;
      lane.shift();
      try {
        await write(first.slab.bytes.subarray(0, byteSize));
      } catch (error) {
        pool.discard(first.slab);
        throw error;
      }
      pool.giveBack(first.slab);
      return byteSize;
    },
    clear: async () => {
      await Promise.allSettled(lane.map(({ loaded }) => loaded));
      lane.splice(0).forEach(({ slab }) => pool.giveBack(slab));
    },
  };
};

const beginLoading = (slab: Slab, load: (bytes: Slab['bytes']) => Promise<number>): Loading => {
  const loaded = load(slab.bytes);
  loaded.catch(() => undefined); // A failure is told when its turn comes: the bytes before it are still good.
  return { slab, loaded };
};
