import { createStore, useStore } from '../state/store.ts';

/**
 * `open`: somebody is signed in, or the page needs nobody; `ended`: the session is over, and the page waits for the person
 * whose it was; `left`: another person is signed in, and the page is on its way out.
 */
type Phase = 'open' | 'ended' | 'left';

/** Knows whether the page is that of a session that is over, and whose reads wait for that. */
export function watchSession() {
  const store = createStore<{ phase: Phase; signIns: number }>({ phase: 'open', signIns: 0 });
  const isOpen = (): boolean => store.get().phase === 'open';
  return {
    store,
    isOpen,
    /** However many answers tell of it, it ends once. */
    end: (): void => {
      if (isOpen()) store.change((held) => ({ ...held, phase: 'ended' }));
    },
    leave: (): void => store.change((held) => ({ ...held, phase: 'left' })),
    /** The same person is signed in again. */
    goOn: (): void => {
      if (store.get().phase === 'ended')
        store.change(({ signIns }) => ({ phase: 'open', signIns: signIns + 1 }));
    },
    /** Resolves when the page goes on: at once where it is open. */
    untilOpen: async (signal?: AbortSignal): Promise<void> => {
      if (isOpen()) return;
      signal?.throwIfAborted();
      const over = new AbortController();
      await new Promise<void>((resolve, reject) => {
        const stop = store.subscribe(() => (isOpen() ? resolve() : undefined));
        over.signal.addEventListener('abort', stop);
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { signal: over.signal });
      }).finally(() => over.abort());
    },
  };
}

const session = watchSession();

export const endSession = session.end;
export const leaveSession = session.leave;
export const goOnWithSession = session.goOn;
export const isSessionOpen = session.isOpen;
export const untilSignedIn = session.untilOpen;

/** How often this page has gone on by a new session: what was asked before the last time is refused for the old one. */
export function countOfSignIns(): number {
  return session.store.get().signIns;
}

export function useSessionPhase(): Phase {
  return useStore(session.store).phase;
}
