export type SlabSize = 'small' | 'large';

// What many at once took is not kept for the few after them.
const mostIdle = { small: 64, large: 16 };

/** What nobody uses just now, of both sizes of slabs. */
export const createIdleMemory = <Memory>() => {
  const idle: Record<SlabSize, Memory[]> = { small: [], large: [] };
  return {
    take: (size: SlabSize): Memory | undefined => idle[size].pop(),
    keep: (size: SlabSize, memory: Memory): void => {
      if (idle[size].length < mostIdle[size]) idle[size].push(memory);
    },
  };
};
