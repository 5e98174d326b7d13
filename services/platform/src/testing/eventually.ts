import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

/**
 * Tries again until it works, and gives what came of it: for what settles in an engine that tells nobody.
 * @throws the last error when the time is over
 */
export const eventually = async <Outcome>(
  attempt: () => Promise<Outcome> | Outcome,
  withinMs = 30_000,
): Promise<Outcome> => {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await pause(LOOK_EVERY_MS);
  }
};
