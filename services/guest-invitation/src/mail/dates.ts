const HOUR_MS = 60 * 60 * 1_000;
/** Nobody is told "tomorrow" of what is the same day in some zone. */
const TOMORROW_FROM_HOURS = 20;

/** How far an end is away that is within a day or so. */
export type Ahead = 'tomorrow' | 'soon';

/** When something ends that ends within a day or so; what waited for a mail server may end sooner. */
export const tomorrowOrSoon = (end: Date, now: Date): Ahead =>
  end.getTime() - now.getTime() >= TOMORROW_FROM_HOURS * HOUR_MS ? 'tomorrow' : 'soon';
