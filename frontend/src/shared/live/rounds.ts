type Key = readonly unknown[];

type Options = { read: (keys: Key[]) => Promise<unknown>; signal: AbortSignal };

const GATHER_MS = 250;
/** Some of what is shown is kept by a service that hears of the change at the same time as the page does. */
export const SETTLE_MS = 2_000;

/**
 * Reads what hints tell of, many hints at a time and one round after the other, and all of it once more when it has
 * become quiet. A round that takes long makes the next one wait as long: a large list is not read without a pause.
 */
export function readInRounds({ read, signal }: Options): { add: (keys: readonly Key[]) => void } {
  const waiting = new Map<string, Key>();
  const unsettled = new Map<string, Key>();
  const state = { isReading: false, pauseMs: GATHER_MS };
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const round = async (keys: Map<string, Key>): Promise<void> => {
    const startedAt = performance.now();
    const wanted = [...keys.values()];
    keys.clear();
    state.isReading = true;
    await read(wanted).catch(shownByThePage);
    state.isReading = false;
    state.pauseMs = Math.max(GATHER_MS, performance.now() - startedAt);
    if (waiting.size > 0) plan();
  };
  const plan = (): void => {
    if (signal.aborted || state.isReading) return;
    gathering ??= setTimeout(() => {
      gathering = undefined;
      void round(waiting);
    }, state.pauseMs);
  };
  const settleLater = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      for (const [name, key] of unsettled) waiting.set(name, key);
      unsettled.clear();
      plan();
    }, SETTLE_MS);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(gathering);
    clearTimeout(settling);
  });
  return {
    add: (keys) => {
      for (const key of keys) {
        waiting.set(JSON.stringify(key), key);
        if (key.length > 0) unsettled.set(JSON.stringify(key), key);
      }
      plan();
      if (unsettled.size > 0) settleLater();
    },
  };
}

// Each part of the page shows by itself that it could not be read.
function shownByThePage(): void {}
