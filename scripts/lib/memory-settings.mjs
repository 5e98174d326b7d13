/**
 * How the C library keeps memory, for a process that once does much at a time and then rests for long. By itself glibc
 * keeps what a large allocation, as for a password's hash, once took, and a heap of its own for each thread: after
 * making the demo that was 60 MB more. Blocks below 4 MiB, as downloads use, are still kept for the next one.
 * Other C libraries do not read these variables, and what the environment says already wins.
 */
export const memorySettings = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(4 * 1024 * 1024),
  MALLOC_TRIM_THRESHOLD_: String(4 * 1024 * 1024),
};
