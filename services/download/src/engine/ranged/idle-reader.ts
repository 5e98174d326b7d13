/** Whether the reader of a download takes his time. */
export type IdleReader = {
  isSlow: () => boolean;
  /** So much is wanted next. */
  wants: (byteSize: number) => void;
  /** As long as a slab is being filled, the download waits for the store and not for its reader. */
  whileFilling: (filled: Promise<void>) => Promise<void>;
  close: () => void;
};

/** Who takes nothing for so long is slow. */
const idleMs = 500;
/** Who took so much since, without another such pause, is slow no more. */
const steadyByteSize = 4 * 1024 * 1024;

export const watchForIdleness = (onIdle: () => void): IdleReader => {
  let [isSlow, fillCount, takenByteSize] = [false, 0, 0];
  const timer = setTimeout(() => {
    if (fillCount > 0) return;
    [isSlow, takenByteSize] = [true, 0];
    onIdle();
  }, idleMs).unref();
  return {
    isSlow: () => isSlow,
    wants: (byteSize) => {
      takenByteSize += byteSize;
      isSlow &&= takenByteSize < steadyByteSize;
    },
    whileFilling: async (filled) => {
      fillCount += 1;
      try {
        await filled;
      } finally {
        fillCount -= 1;
        timer.refresh();
      }
    },
    close: () => clearTimeout(timer),
  };
};
