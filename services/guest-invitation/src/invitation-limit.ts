/** Invitations that somebody sent at once, how long ago. */
export interface Counted {
  readonly count: number;
  readonly ageSeconds: number;
}

export const WINDOW_SECONDS = 3_600;

/**
 * Whether so many more may be sent within the hour: null where they may, else in how many seconds. More than the limit
 * allows at once have to wait for ever; for them it is the whole hour.
 */
export const secondsUntilRoom = (
  counted: readonly Counted[],
  wanted: number,
  most: number,
): number | null => {
  const recent = counted
    .filter(({ ageSeconds }) => ageSeconds < WINDOW_SECONDS)
    .toSorted((one, other) => other.ageSeconds - one.ageSeconds);
  let total = recent.reduce((sum, { count }) => sum + count, wanted);
  if (total <= most) return null;
  for (const { count, ageSeconds } of recent) {
    total -= count;
    if (total <= most) return Math.max(1, Math.ceil(WINDOW_SECONDS - ageSeconds));
  }
  return WINDOW_SECONDS;
};
