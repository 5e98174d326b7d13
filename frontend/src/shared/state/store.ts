import { useSyncExternalStore } from 'react';

export type Store<State> = {
  get: () => State;
  change: (change: (state: State) => State) => void;
  subscribe: (listener: () => void) => () => void;
};

/** A value that outlives the page it was made on: a selection, the running uploads. */
export function createStore<State>(initial: State): Store<State> {
  const listeners = new Set<() => void>();
  const held = { state: initial };
  return {
    get: () => held.state,
    change: (change) => {
      held.state = change(held.state);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<State>(store: Store<State>): State {
  return useSyncExternalStore(store.subscribe, store.get);
}
