/** Does several things in one go where that costs less than one by one. */
export interface Batches<Item> {
  /** Resolves or rejects with what became of the item, whatever became of the others in its batch. */
  readonly add: (item: Item) => Promise<void>;
}

/** How batches are made up and done. */
export interface BatchOptions<Item> {
  /** So many batches go on side by side: one that takes long does not hold up all. */
  readonly lanes: number;
  readonly largest: number;
  /** All of them or, where it rejects, none. */
  readonly doAll: (items: readonly Item[]) => Promise<void>;
  readonly now?: () => number;
}

interface Entry<Item> {
  readonly item: Item;
  readonly outcome: PromiseWithResolvers<unknown>;
}

/** A batch that took longer is followed by a smaller one. */
const LONG_MS = 500;

/**
 * Gathers items while lanes are busy: under load many go at once, else each goes at once. Where a batch fails each of
 * its items is done by itself, so that only what is wrong fails.
 */
export const createBatches = <Item>(options: BatchOptions<Item>): Batches<Item> => {
  const { lanes, largest, doAll, now = () => performance.now() } = options;
  const gathered: Entry<Item>[] = [];
  let freeLanes = lanes;
  let size = largest;

  const doOneByOne = async (entries: readonly Entry<Item>[]): Promise<void> => {
    for (const { item, outcome } of entries) await doAll([item]).then(outcome.resolve, outcome.reject);
  };
  const doBatch = async (entries: readonly Entry<Item>[]): Promise<void> => {
    try {
      await doAll(entries.map(({ item }) => item));
      for (const { outcome } of entries) outcome.resolve(undefined);
    } catch {
      await doOneByOne(entries);
    }
  };
  const runLane = async (): Promise<void> => {
    freeLanes -= 1;
    while (gathered.length > 0) {
      const entries = gathered.splice(0, size);
      const startedAt = now();
      await (entries.length === 1 ? doOneByOne(entries) : doBatch(entries));
      size = now() - startedAt > LONG_MS ? Math.max(1, size >> 1) : Math.min(largest, size * 2);
    }
    freeLanes += 1;
  };
  return {
    add: async (item) => {
      const entry: Entry<Item> = { item, outcome: Promise.withResolvers<unknown>() };
      gathered.push(entry);
      // What is handed over in the same turn of the loop goes together.
      if (freeLanes > 0) queueMicrotask(() => freeLanes > 0 && gathered.length > 0 && void runLane());
      await entry.outcome.promise;
    },
  };
};
