import { createStore } from '../state/store.ts';

/** What of the browser is needed; a test has its own. */
export type Surroundings = {
  /** Whether the server answers. */
  isThere: () => Promise<boolean>;
  /** Until it is worth asking again. */
  pause: () => Promise<unknown>;
};

export type Connection = {
  isLost: () => boolean;
  subscribe: (listener: () => void) => () => void;
  /** Somebody got no answer: from then on it is asked until there is one. */
  doubt: () => Promise<void>;
};

/** Knows whether the server can be reached. `onBack` is called as it is found again. */
export function createConnection(onBack: () => void, { isThere, pause }: Surroundings): Connection {
  const store = createStore({ isLost: false });
  let asking: Promise<void> | null = null;

  async function ask(): Promise<void> {
    while (!(await isThere())) {
      if (!store.get().isLost) store.change(() => ({ isLost: true }));
      await pause();
    }
    asking = null;
    if (!store.get().isLost) return;
    store.change(() => ({ isLost: false }));
    onBack();
  }

  return {
    isLost: () => store.get().isLost,
    subscribe: store.subscribe,
    doubt: () => (asking ??= ask()),
  };
}
