import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway } from '@vitrine/platform/database/database-away.ts';

/** What keeping an outcome stands on. */
export interface KeepDeps {
  /** Whether the process is about to end: what is not kept by then is done again by another. */
  readonly isStopping?: () => boolean;
}

const PAUSE_MS = 250;

/**
 * Writes down that a mail went out, and tries until it is written where the database is away just then: nobody but this
 * process knows it, and who takes the mail up after its lease would send it again.
 */
export const keepOutcome = async (
  { isStopping = () => false }: KeepDeps,
  write: () => Promise<void>,
): Promise<void> => {
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      if (!isDatabaseAway(error) || isStopping()) throw error;
    }
    await pause(PAUSE_MS);
  }
};
