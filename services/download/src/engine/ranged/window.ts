/** Lets so many pieces of work run at once; the others wait in the order in which they came. */
export type Window = { run: <Result>(work: () => Promise<Result>) => Promise<Result> };

/** `width` is asked anew whenever something ends or comes. */
export const createWindow = (width: () => number): Window => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const letIn = (): void => {
    while (running < width()) {
      const next = waiting.shift();
      if (next === undefined) return;
      running += 1;
      next();
    }
  };
  return {
    run: async (work) => {
      await new Promise<void>((enter) => {
        waiting.push(enter);
        letIn();
      });
      try {
        return await work();
      } finally {
        running -= 1;
        letIn();
      }
    },
  };
};

// What one process can take: beyond that more requests at once only wait.
const mostObjectsPerMs = 3;
const mostBytesPerMs = 1024 * 1024;
const narrowest = 4;
const widest = 64;

/** How many requests a download keeps under way, so that a store which answers after `latencyMs` does not slow it. */
export const widthFor = ({
  latencyMs,
  partByteSize,
}: {
  latencyMs: number;
  partByteSize: number;
}): number => {
  const partsPerMs = Math.min(mostObjectsPerMs, mostBytesPerMs / Math.max(partByteSize, 1));
  return Math.min(Math.max(Math.ceil(latencyMs * partsPerMs), narrowest), widest);
};

/** What is known of a figure that changes: the last of it counts most. */
export const movingAverage = (first: number) => {
  let average = first;
  return {
    value: () => average,
    add: (sample: number): void => {
      average += (sample - average) / 16;
    },
  };
};
