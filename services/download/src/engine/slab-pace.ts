/** Whether a reader is worth large slabs, and for how many bytes in a row it has been fast. */
export type Pace = { isFast: boolean; fastByteSize: number };

// Kernels take the first megabytes at once from whoever asks: that says nothing of the reader.
const fastFromByteSize = 4 * 1024 * 1024;
const fastBytesPerMs = 8_000;
const slowBytesPerMs = 2_000;
const atOnceMs = 5;

export const startingPace: Pace = { isFast: false, fastByteSize: 0 };

/** The pace after a write of `byteSize` bytes that took `durationMs`. */
export const paceAfter = (pace: Pace, byteSize: number, durationMs: number): Pace => {
  if (isFaster(fastBytesPerMs, byteSize, durationMs)) {
    const fastByteSize = pace.fastByteSize + byteSize;
    return { isFast: pace.isFast || fastByteSize >= fastFromByteSize, fastByteSize };
  }
  return isFaster(slowBytesPerMs, byteSize, durationMs) && pace.isFast ? pace : startingPace;
};

const isFaster = (bytesPerMs: number, byteSize: number, durationMs: number): boolean =>
  durationMs <= atOnceMs || byteSize >= bytesPerMs * durationMs;
