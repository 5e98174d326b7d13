import type { DurationDays } from '@vitrine/contracts';

/** The durations that a link can have. The server's list is the one that counts; its type keeps this one complete. */
export const DURATIONS_DAYS = [1, 2, 3, 5, 7, 14, 28] as const satisfies readonly DurationDays[];

export const USUAL_DURATION_DAYS: DurationDays = 7;

const DAY_MS = 24 * 60 * 60 * 1000;

/** When a link made now would end: whole days of 24 hours, whatever the clocks do in between (product.md, rule 4). */
export function endOfDuration(durationDays: DurationDays, now: Date): string {
  return new Date(now.getTime() + durationDays * DAY_MS).toISOString();
}
