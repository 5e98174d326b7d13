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
