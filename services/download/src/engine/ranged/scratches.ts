import { createIdleMemory } from '../idle-memory.ts';
import { largeSlabByteSize, smallSlabByteSize } from '../slab-pool.ts';

export type Scratches = ReturnType<typeof createScratches>;

const byteSizes = { small: smallSlabByteSize, large: largeSlabByteSize };

/**
 * A system call for each 10 KiB costs more than copying them, so what goes on from slab to slab is read together and then
 * put into its places. All downloads share these: there are never more than slabs that are being filled.
 */
export const createScratches = () => {
  const idle = createIdleMemory<Buffer>();
  return {
    /** At least so large, at most as a large slab. */
    take: (byteSize: number): Buffer => {
      const size = byteSize <= smallSlabByteSize ? 'small' : 'large';
      return idle.take(size) ?? Buffer.allocUnsafeSlow(byteSizes[size]);
    },
    giveBack: (scratch: Buffer): void =>
      idle.keep(scratch.length === smallSlabByteSize ? 'small' : 'large', scratch),
  };
};
