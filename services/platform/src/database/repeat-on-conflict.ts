import { setTimeout as pause } from 'node:timers/promises';
import { isTransactionConflict } from './transient-error.ts';

const MAX_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 10;

/** Repeats a whole transaction that the database ended because of its neighbours: a deadlock, or no serial order. */
export const repeatOnConflict = async <T>(transaction: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isTransactionConflict(error)) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  }
};
