/** Waits for what `start` begins to settle, or for the signal, whichever is first; rejects with its reason. */
export const orAborted = (
  signal: AbortSignal,
  start: (settle: (error?: Error | null) => void) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(asError(signal.reason));
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    else
      start((error) => {
        signal.removeEventListener('abort', abort);
        if (error) reject(error);
        else resolve();
      });
  });

export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error('Something that is no error was thrown.', { cause: thrown });
