let end: (() => Promise<void>) | undefined;

/** Remembers how to end what the setup of this process started. */
export const keepForTeardown = (stop: () => Promise<void>): void => {
  end = stop;
};

/** Ends it; more than once does no harm. */
export const tearDown = async (): Promise<void> => {
  const stop = end;
  end = undefined;
  await stop?.();
};
