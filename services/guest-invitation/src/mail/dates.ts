const HOUR_MS = 60 * 60 * 1_000;
/** Nobody is told "tomorrow" of what is the same day in some zone. */
const TOMORROW_FROM_HOURS = 20;

const INSTANT = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

/** An instant as mails write it: nobody knows the zone of who will read it. */
export const instantOf = (date: Date): string => INSTANT.format(date);

/** When something ends that ends within a day or so; what waited for a mail server may end sooner. */
export const tomorrowOrSoon = (end: Date, now: Date): 'tomorrow' | 'soon' =>
  end.getTime() - now.getTime() >= TOMORROW_FROM_HOURS * HOUR_MS ? 'tomorrow' : 'soon';
