const LOOK_MS = 10;

/**
 * How long work took, of the time that this process had for it: while it stands still, as others have the processor,
 * the clock does too. For what has to be over in time, on a machine that does much else.
 */
export const ownTimeOf = async (work: () => Promise<unknown>): Promise<number> => {
  let ownMs = 0;
  const looking = setInterval(() => (ownMs += LOOK_MS), LOOK_MS);
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  return ownMs;
};
