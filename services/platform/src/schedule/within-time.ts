import { EngineAway } from '../errors/engine-away.ts';
import { timeLimit } from './time-limit.ts';

/**
 * What an engine answers, or an error with that sentence when the time is over; what runs is not stopped by it.
 * With `holdsProcess: false` a process that has nothing else to do may end before that.
 */
export const withinTime = async <T>(
  outcome: Promise<T>,
  timeoutMs: number,
  sentence: string,
  options?: { readonly holdsProcess?: boolean },
): Promise<T> => {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const end = timeLimit(timeoutMs, () => reject(new EngineAway(sentence)), options);
  try {
    return await Promise.race([outcome, tooLate]);
  } finally {
    end();
  }
};
