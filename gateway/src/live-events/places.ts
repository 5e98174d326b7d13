import { AppError } from '@vitrine/platform/errors/app-error.ts';

/** Places for those who listen, so many for each session and for the process. */
export interface Places {
  /**
   * Takes a place; gives what gives it back.
   * @throws AppError `too-many-requests` where there is none; `temporarily-unavailable` once closed
   */
  readonly take: (sessionId: string) => () => void;
  readonly close: () => void;
}

/** A person with more tabs in view than these has them all the same; the rest come to know by looking again. */
const PER_SESSION_MAX = 6;
const PER_PROCESS_MAX = 5_000;
const RETRY_AFTER_SECONDS = 10;

export const createPlaces = (perProcessMax = PER_PROCESS_MAX): Places => {
  const taken = new Map<string, number>();
  const state = { count: 0, isClosed: false };
  const release = (sessionId: string): void => {
    state.count -= 1;
    const left = (taken.get(sessionId) ?? 1) - 1;
    if (left === 0) taken.delete(sessionId);
    else taken.set(sessionId, left);
  };
  return {
    take: (sessionId) => {
      if (state.isClosed) throw new AppError('temporarily-unavailable', { retryAfterSeconds: 1 });
      const ofSession = taken.get(sessionId) ?? 0;
      if (ofSession >= PER_SESSION_MAX || state.count >= perProcessMax)
        throw new AppError('too-many-requests', { retryAfterSeconds: RETRY_AFTER_SECONDS });
      taken.set(sessionId, ofSession + 1);
      state.count += 1;
      return () => release(sessionId);
    },
    close: () => {
      state.isClosed = true;
    },
  };
};
