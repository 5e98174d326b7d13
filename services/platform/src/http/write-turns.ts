/** Lets the streams of a process write in turns, so that other requests are answered between them. */
export type WriteTurns = {
  /** What to wait for before so many bytes are written; undefined where they may be at once. First come, first served. */
  wait: (byteSize: number) => Promise<void> | undefined;
};

/**
 * So many bytes are handed to the kernel in one turn of the loop, or one write where that is larger. A turn takes a
 * millisecond for each MiB or two: without a limit fifty fast readers make turns of 40 ms, and a request waits for two.
 */
export const createWriteTurns = ({ byteSizePerTurn }: { byteSizePerTurn: number }): WriteTurns => {
  const waiting: { byteSize: number; go: () => void }[] = [];
  let left = byteSizePerTurn;
  let isTurning = false;
  const begin = (): void => {
    left = byteSizePerTurn;
    isTurning = waiting.length > 0;
    if (isTurning) setImmediate(begin);
    while (waiting[0] !== undefined && left > 0) {
      left -= waiting[0].byteSize;
      waiting.shift()?.go();
    }
  };
  return {
    wait: (byteSize) => {
      if (!isTurning) {
        isTurning = true;
        setImmediate(begin);
      }
      if (left > 0 && waiting.length === 0) {
        left -= byteSize;
        return undefined;
      }
      return new Promise((go) => waiting.push({ byteSize, go }));
    },
  };
};
