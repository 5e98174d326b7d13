/** Runs tasks: those with the same key one after the other, in order, and at most `width` at once. */
export interface SubjectQueue {
  readonly add: (key: string, task: () => Promise<void>) => Promise<void>;
  /** Runs a part of a task in one of the places that are free; a task that only waits takes none. */
  readonly inPlace: <T>(work: () => Promise<T>) => Promise<T>;
}

/** See {@link SubjectQueue}. */
export const createSubjectQueue = (width: number): SubjectQueue => {
  const tails = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = width;

  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return {
    add: (key, task) => {
      const outcome = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = outcome.catch(() => undefined);
      tails.set(key, tail);
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      return outcome;
    },
    inPlace: async (work) => {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
};
