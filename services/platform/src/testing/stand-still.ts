/** Keeps this whole process from running, as if others had the processor, or garbage was collected. */
export const standStill = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};
