/** Lets work go on side by side, or alone. */
export interface Turns {
  readonly together: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits until nothing else runs, and holds up what comes later. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

interface Waiting {
  readonly isAlone: boolean;
  readonly enter: () => void;
}

/** First come, first served. */
export const createTurns = (): Turns => {
  const queue: Waiting[] = [];
  let runningCount = 0;
  let isSomebodyAlone = false;

  const admit = (): void => {
    for (let next = queue[0]; next && mayEnter(next); next = queue[0]) {
      queue.shift();
      runningCount += 1;
      isSomebodyAlone = next.isAlone;
      next.enter();
    }
  };
  const mayEnter = ({ isAlone }: Waiting) => !isSomebodyAlone && (!isAlone || runningCount === 0);
  const run = async <T>(isAlone: boolean, work: () => Promise<T>): Promise<T> => {
    await new Promise<void>((enter) => {
      queue.push({ isAlone, enter });
      admit();
    });
    try {
      return await work();
    } finally {
      runningCount -= 1;
      isSomebodyAlone = false;
      admit();
    }
  };
  return {
    together: (work) => run(false, work),
    alone: (work) => run(true, work),
  };
};
