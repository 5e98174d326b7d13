import { useEffect, useEffectEvent, useRef } from 'react';
import { createStore, useStore } from '../state/store.ts';

type Surroundings = {
  /** Whether the portal answers now. */
  ask: () => Promise<boolean>;
};

/** What went wrong once may be over: the portal is asked before anything is said. */
const FIRST_ASKED_AFTER_MS = 1_000;
const ASKED_AGAIN_AFTER_MS = 4_000;

/** Knows whether the portal can be reached, asking it itself once something says that it cannot. */
export function watchConnection({ ask }: Surroundings) {
  const store = createStore({ isAway: false });
  const state: { timer?: ReturnType<typeof setTimeout> | undefined; isAsking: boolean } = { isAsking: false };
  const waiting: (() => void)[] = [];

  const lookIn = (ms: number): void => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => void look(), ms);
  };
  const look = async (): Promise<void> => {
    if (state.isAsking) return;
    Object.assign(state, { timer: undefined, isAsking: true });
    const isAway = !(await ask());
    state.isAsking = false;
    if (isAway !== store.get().isAway) store.change(() => ({ isAway }));
    if (isAway) lookIn(ASKED_AGAIN_AFTER_MS);
    else for (const goOn of waiting.splice(0)) goOn();
  };
  const doubt = (): void => {
    if (state.timer === undefined && !state.isAsking) lookIn(FIRST_ASKED_AFTER_MS);
  };
  return {
    store,
    /** A call got no answer, or the browser says that it has no network. */
    doubt,
    /** Resolves when the portal was asked and answered. */
    untilThere: (): Promise<void> =>
      new Promise((resolve) => {
        waiting.push(resolve);
        doubt();
      }),
    /** The browser says that it has a network again. */
    hope: (): void => {
      if (store.get().isAway) lookIn(0);
    },
  };
}

const TIMEOUT_MS = 5_000;

const connection = watchConnection({
  ask: () =>
    fetch('/favicon.svg', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
      ({ ok }) => ok,
      () => false,
    ),
});

export const doubtConnection = connection.doubt;
export const hopeForConnection = connection.hope;
export const untilPortalIsThere = connection.untilThere;

/** Whether the portal cannot be reached now. */
export function useIsAway(): boolean {
  return useStore(connection.store).isAway;
}

/** The same, where nothing is drawn by it. */
export function isAwayNow(): boolean {
  return connection.store.get().isAway;
}

/** Does something once the portal can be reached again. */
export function useWhenBack(act: () => void): void {
  const isAway = useIsAway();
  const wasAway = useRef(false);
  const onBack = useEffectEvent(act);
  useEffect(() => {
    if (wasAway.current && !isAway) onBack();
    wasAway.current = isAway;
  }, [isAway]);
}
