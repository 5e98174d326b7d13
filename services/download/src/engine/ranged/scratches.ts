import { largeSlabByteSize } from '../slab-pool.ts';

export type Scratches = ReturnType<typeof createScratches>;

const mostIdle = 16;

/**
 * A system call for each 10 KiB costs more than copying them, so what goes on from slab to slab is read together and then
 * put into its places. All downloads share these: there are never more than slabs that are being filled.
 */
export const createScratches = () => {
  const idle: Uint8Array[] = [];
  return {
    take: (byteSize: number): Uint8Array => {
      if (byteSize < largeSlabByteSize / 2) return Buffer.allocUnsafeSlow(byteSize);
      return idle.pop() ?? Buffer.allocUnsafeSlow(largeSlabByteSize);
    },
    giveBack: (scratch: Uint8Array): void => {
      if (scratch.length === largeSlabByteSize && idle.length < mostIdle) idle.push(scratch);
    },
  };
};
