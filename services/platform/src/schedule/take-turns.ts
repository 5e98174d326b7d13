/** Turns of one key: so many at once, the others wait, first come first served. */
export interface Turns {
  /**
   * Waits while as many of this key go on as may. How many that are may change; it is asked when one comes or ends.
   * @returns what ends the turn, to be called once
   */
  take: (key: string, most: () => number) => Promise<() => void>;
  /** How many of this key wait. */
  waiting: (key: string) => number;
}

interface Queue {
  running: number;
  waiting: { most: () => number; go: () => void }[];
}

export const createTurns = (): Turns => {
  const queues = new Map<string, Queue>();
  const goOn = (queue: Queue): void => {
    while (queue.waiting[0] !== undefined && queue.running < queue.waiting[0].most()) {
      queue.running += 1;
      queue.waiting.shift()?.go();
    }
  };
  return {
    take: async (key, most) => {
      const queue = queues.get(key) ?? { running: 0, waiting: [] };
      queues.set(key, queue);
      await new Promise<void>((go) => {
        queue.waiting.push({ most, go });
        goOn(queue);
      });
      return () => {
        queue.running -= 1;
        goOn(queue);
        if (queue.running === 0) queues.delete(key);
      };
    },
    waiting: (key) => queues.get(key)?.waiting.length ?? 0,
  };
};

/** Does something for a key when it is its turn. */
export type TakeTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** Lets so many of one key go on at once; the others wait, first come first served. */
export const turnsOf = (most: number): TakeTurn => {
  const turns = createTurns();
  return async (key, work) => {
    const end = await turns.take(key, () => most);
    try {
      return await work();
    } finally {
      end();
    }
  };
};
