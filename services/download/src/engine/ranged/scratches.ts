import { largeSlabByteSize, smallSlabByteSize } from '../slab-pool.ts';

export type Scratches = ReturnType<typeof createScratches>;

const mostIdle = { small: 64, large: 16 };
const byteSizes = { small: smallSlabByteSize, large: largeSlabByteSize };

/**
 * A system call for each 10 KiB costs more than copying them, so what goes on from slab to slab is read together and then
 * put into its places. All downloads share these: there are never more than slabs that are being filled.
 */
export const createScratches = () => {
  const idle: Record<keyof typeof byteSizes, Uint8Array[]> = { small: [], large: [] };
  return {
    /** At least so large, at most as a large slab. */
    take: (byteSize: number): Uint8Array => {
      const size = byteSize <= smallSlabByteSize ? 'small' : 'large';
      return idle[size].pop() ?? Buffer.allocUnsafeSlow(byteSizes[size]);
    },
    giveBack: (scratch: Uint8Array): void => {
      const size = scratch.length === smallSlabByteSize ? 'small' : 'large';
      if (idle[size].length < mostIdle[size]) idle[size].push(scratch);
    },
  };
};
