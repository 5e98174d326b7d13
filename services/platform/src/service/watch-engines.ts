import type { Health } from '../health/readiness.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ShutdownStep } from '../shutdown/on-shutdown.ts';

const LOOK_EVERY_MS = 5_000;

/** Looks after the engines even where nobody asks: the log tells when one is lost, and when it is back. */
export const watchEngines = (parts: { health: Health; metrics: Metrics; steps: ShutdownStep[] }): void => {
  const { health, metrics, steps } = parts;
  const look = async (): Promise<void> => metrics.noteEngines((await health.look()).engines);
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  void look();
  steps.unshift({ name: 'watch', stop: async () => clearInterval(timer) });
};
