/**
 * The outcome of a promise, or an error with that sentence when the time is over; what runs is not stopped by it.
 * With `holdsProcess: false` a process that has nothing else to do may end before that.
 */
export const withinTime = async <T>(
  outcome: Promise<T>,
  timeoutMs: number,
  sentence: string,
  { holdsProcess = true }: { readonly holdsProcess?: boolean } = {},
): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), timeoutMs);
    if (!holdsProcess) timer.unref();
  });
  try {
    return await Promise.race([outcome, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};
