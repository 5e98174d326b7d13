/** Works on what comes, so many at a time, taking the next when one is done. Ends with the first error. */
export const inParallel = async <Item>(
  items: AsyncGenerator<Item, undefined>,
  concurrency: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  // An async generator queues those who ask at once, and gives each another item.
  const worker = async (): Promise<void> => {
    for (;;) {
      const next = await items.next();
      if (next.done === true) return;
      await work(next.value);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
};
