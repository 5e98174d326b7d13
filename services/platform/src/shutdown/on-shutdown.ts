import type { Log } from '../log/log.ts';

/** One thing to end, in the order given. */
export interface ShutdownStep {
  name: string;
  stop: () => Promise<void>;
  /** How long it may take, where that is not what the others may. */
  timeoutMs?: number;
}

const within = async (step: ShutdownStep, timeoutMs: number, log: Log): Promise<void> => {
  const startedAt = performance.now();
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), step.timeoutMs ?? timeoutMs);
  try {
    const outcome = await Promise.race([step.stop(), late.promise]);
    const tookMs = Math.round(performance.now() - startedAt);
    if (outcome === 'late') log.warn({ step: step.name, tookMs }, 'did not stop in time');
    else log.info({ step: step.name, tookMs }, 'ended');
  } catch (error) {
    log.error({ err: error, step: step.name }, 'did not stop cleanly');
  } finally {
    clearTimeout(timer);
  }
};

/** Ends one thing after the other. One that fails or hangs is reported and does not keep the others. */
export const stopInOrder = async (
  steps: readonly ShutdownStep[],
  timeoutMs: number,
  log: Log,
): Promise<void> => {
  for (const step of [...steps]) await within(step, timeoutMs, log);
};

/**
 * Ends the process in order at the first SIGINT or SIGTERM, and at once at the second.
 * @param steps what to end; looked at when the signal comes, so that a process that is still starting adds to it
 * @returns what ends it without a signal
 */
export const onShutdown = (
  steps: readonly ShutdownStep[],
  options: { timeoutMs: number; log: Log; exit: (code: number) => void; announce?: () => void },
): (() => Promise<void>) => {
  const { timeoutMs, log, exit, announce } = options;
  const state: { stopping?: Promise<void> } = {};
  const stop = (): Promise<void> => (state.stopping ??= stopInOrder(steps, timeoutMs, log));
  const onSignal = (signal: NodeJS.Signals): void => {
    if (state.stopping !== undefined) {
      log.warn({ signal }, 'ending at once');
      exit(signal === 'SIGINT' ? 130 : 143);
      return;
    }
    announce?.();
    log.info({ signal }, 'stopping');
    void stop().then(() => {
      log.info('stopped');
      exit(0);
    });
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return stop;
};
