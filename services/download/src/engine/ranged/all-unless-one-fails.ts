import { setMaxListeners } from 'node:events';

/** Works on all at once. With the first failure the others are stopped; settles when nothing goes on any more. */
export const allUnlessOneFails = async <Item>(
  signal: AbortSignal,
  items: readonly Item[],
  work: (item: Item, stopping: AbortSignal) => Promise<void>,
): Promise<void> => {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // Every item listens.
  const stop = (): void => stopping.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const works = items.map((item) =>
    work(item, stopping.signal).catch((error: unknown) => stopping.abort(error)),
  );
  await Promise.all(works);
  signal.removeEventListener('abort', stop);
  stopping.signal.throwIfAborted();
};
