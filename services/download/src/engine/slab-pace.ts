/** Whether a reader is worth large slabs, and what it took since that was last looked at. */
export type Pace = { isFast: boolean; byteSize: number; durationMs: number };

// Kernels take the first megabytes at once from whoever asks: that says nothing of the reader.
const judgedByteSize = 4 * 1024 * 1024;
const fastBytesPerMs = 8_000;
const slowBytesPerMs = 2_000;
/** A busy machine keeps a write waiting for less. */
const slowFromMs = 250;

export const startingPace: Pace = { isFast: false, byteSize: 0, durationMs: 0 };

/** The pace after a write of `byteSize` bytes that took `durationMs`. */
export const paceAfter = (pace: Pace, byteSize: number, durationMs: number): Pace => {
  if (durationMs >= slowFromMs && byteSize < slowBytesPerMs * durationMs) return startingPace;
  const taken = { byteSize: pace.byteSize + byteSize, durationMs: pace.durationMs + durationMs };
  if (taken.byteSize < judgedByteSize) return { ...pace, ...taken };
  const wanted = pace.isFast ? slowBytesPerMs : fastBytesPerMs;
  return { ...startingPace, isFast: taken.byteSize >= wanted * taken.durationMs };
};
