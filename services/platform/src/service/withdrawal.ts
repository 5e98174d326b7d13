import { setTimeout as pause } from 'node:timers/promises';
import type { Health } from '../health/readiness.ts';
import type { Listening } from '../http/listen.ts';
import type { ShutdownStep } from '../shutdown/on-shutdown.ts';

/**
 * The first thing at the end of a process: it is not ready any more, and goes on serving until whoever leads requests
 * to it has noticed.
 */
export const withdrawal = (parts: {
  health: Health;
  door: Pick<Listening, 'withdraw'>;
  seconds: number;
}): ShutdownStep => ({
  name: 'withdrawal',
  timeoutMs: parts.seconds * 1_000 + 1_000,
  stop: async () => {
    parts.health.enter('stopping');
    parts.door.withdraw();
    await pause(parts.seconds * 1_000);
  },
});
