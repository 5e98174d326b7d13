/** The outcome of a promise, or an error with that sentence when the time is over; what runs is not stopped by it. */
export const withinTime = async <T>(outcome: Promise<T>, timeoutMs: number, sentence: string): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), timeoutMs);
  });
  try {
    return await Promise.race([outcome, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};
