/** Lets a loop sleep until there is something to do. */
export interface WakeUp {
  /** Ends the sleep; before it, the next sleep is none. */
  readonly wake: () => void;
  /** Sleeps until woken, at most that long. Does not keep the process alive. */
  readonly sleep: (atMostMs: number) => Promise<void>;
}

/** See {@link WakeUp}; for one loop. */
export const createWakeUp = (): WakeUp => {
  let isAwake = false;
  let rouse: () => void = () => undefined;
  return {
    wake: () => {
      isAwake = true;
      rouse();
    },
    sleep: async (atMostMs) => {
      if (!isAwake) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMostMs).unref();
          rouse = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isAwake = false;
    },
  };
};
