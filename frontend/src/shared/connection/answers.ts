import { createStore, useStore } from '../state/store.ts';

type Limits = {
  /** By then nobody waits any more. */
  limitMs: number;
  /** Whoever asked may give it up. */
  signal?: AbortSignal | null | undefined;
};

/** Longer than that, and a person is told, and may go on without the answer. */
export const SLOW_AFTER_MS = 10_000;

/** Knows which answers are long in coming: a page that waits for ever in silence says nothing of it. */
export function watchAnswers() {
  const store = createStore({ isSlow: false });
  const slow = new Set<() => void>();
  const tell = (): void => {
    const isSlow = slow.size > 0;
    if (isSlow !== store.get().isSlow) store.change(() => ({ isSlow }));
  };

  async function within<Answer>(limits: Limits, ask: (signal: AbortSignal) => Promise<Answer>) {
    const waiting = new AbortController();
    const stop = () => waiting.abort(new DOMException('No answer came in time', 'TimeoutError'));
    const timers = [
      setTimeout(() => {
        slow.add(stop);
        tell();
      }, SLOW_AFTER_MS),
      setTimeout(stop, limits.limitMs),
    ];
    const leave = () => waiting.abort(limits.signal?.reason);
    limits.signal?.addEventListener('abort', leave);
    if (limits.signal?.aborted === true) leave();
    try {
      // Not all that is waited for hears the signal.
      return await Promise.race([ended(waiting.signal), ask(waiting.signal)]);
    } finally {
      for (const timer of timers) clearTimeout(timer);
      limits.signal?.removeEventListener('abort', leave);
      slow.delete(stop);
      tell();
    }
  }

  return {
    store,
    /** Waits for an answer; what does not come in time fails with a `TimeoutError`. */
    within,
    /** Waits no longer for what is slow: each place says that its answer did not come. */
    stopWaiting: (): void => {
      for (const stop of [...slow]) stop();
    },
  };
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

const answers = watchAnswers();

export const answerWithin = answers.within;
export const stopWaiting = answers.stopWaiting;

/** Whether something that was asked for is long in coming. */
export function useIsSlow(): boolean {
  return useStore(answers.store).isSlow;
}
