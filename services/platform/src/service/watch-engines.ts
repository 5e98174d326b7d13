import type { Health } from '../health/readiness.ts';
import type { ShutdownStep } from '../shutdown/on-shutdown.ts';

const LOOK_EVERY_MS = 5_000;

/** Looks after the engines even where nobody asks: the log tells when one is lost, and when it is back. */
export const watchEngines = (health: Health, steps: ShutdownStep[]): void => {
  const timer = setInterval(() => void health.look(), LOOK_EVERY_MS);
  void health.look();
  steps.unshift({ name: 'watch', stop: async () => clearInterval(timer) });
};
