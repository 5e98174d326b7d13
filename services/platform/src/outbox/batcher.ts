/** Gathers items while a batch is under way, so that many small writes become few. */
export interface Batcher<Item> {
  /** Resolves or rejects with the batch that the item was part of. */
  readonly add: (item: Item) => Promise<void>;
}

/** See {@link Batcher}; one batch is written at a time. */
export const createBatcher = <Item>(write: (items: readonly Item[]) => Promise<void>): Batcher<Item> => {
  let gathered: Item[] = [];
  let next: Promise<void> | undefined;
  let present: Promise<void> = Promise.resolve();

  const flush = async (): Promise<void> => {
    await present;
    const items = gathered;
    gathered = [];
    next = undefined;
    const writing = write(items);
    present = writing.catch(() => undefined);
    return writing;
  };
  return {
    add: (item) => {
      gathered.push(item);
      next ??= flush();
      return next;
    },
  };
};
