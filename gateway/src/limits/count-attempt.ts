import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Counters } from './counters.ts';

/** @throws AppError `too-many-requests` with `retryAfterSeconds` from one more than `most` within the window on */
export type CountAttempt = (key: string, most: number, windowSeconds: number) => Promise<void>;

/** Counts before something is tried, so that many at once count too. */
export const countAttempt =
  (counters: Pick<Counters, 'increment'>): CountAttempt =>
  async (key, most, windowSeconds) => {
    const { count, resetSeconds } = await counters.increment(key, windowSeconds);
    if (count > most) throw new AppError('too-many-requests', { retryAfterSeconds: resetSeconds });
  };
