/** What connections of downloads read into, again and again: a fresh buffer for each read is what costs most. */
export interface ReadBuffers {
  /** A large one, where it is wanted and one is left; nobody waits for one. */
  readonly take: (isLargeWanted: boolean) => Buffer;
  /** To be called only when nothing uses it any more. */
  readonly giveBack: (buffer: Buffer) => void;
  /** Of a write that failed nobody knows for how long it holds its bytes. */
  readonly discard: (buffer: Buffer) => void;
}

export const SMALL_BYTE_SIZE = 64 * 1_024;
export const LARGE_BYTE_SIZE = 512 * 1_024;
/** Of the process: some twenty fast downloads at a time. */
const LARGE_MAX = 64;
/** Small ones that wait to be used again; more are not kept. */
const SMALL_FREE_MAX = 64;

export const createReadBuffers = (largeMax = LARGE_MAX): ReadBuffers => {
  const free: Record<'small' | 'large', Buffer[]> = { small: [], large: [] };
  let largeCount = 0;
  const takeLarge = (): Buffer | undefined => {
    if (free.large.length > 0 || largeCount >= largeMax) return free.large.pop();
    largeCount += 1;
    return Buffer.allocUnsafeSlow(LARGE_BYTE_SIZE);
  };
  return {
    take: (isLargeWanted) =>
      (isLargeWanted ? takeLarge() : undefined) ??
      free.small.pop() ??
      Buffer.allocUnsafeSlow(SMALL_BYTE_SIZE),
    giveBack: (buffer) => {
      if (buffer.length === LARGE_BYTE_SIZE) free.large.push(buffer);
      else if (free.small.length < SMALL_FREE_MAX) free.small.push(buffer);
    },
    discard: (buffer) => {
      if (buffer.length === LARGE_BYTE_SIZE) largeCount -= 1;
    },
  };
};
