import { locale } from '../words/language.ts';

const HOUR_AND_ZONE = /\d+[:.]\d\d[^,]*/;

/** `3 Nov`, with the year when it is another one than now. */
export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear)(date);
}

/** `3 Nov`, of another year than now `Nov 2025`: where there is no room for all of it. */
export function formatDayOrMonth(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? day : monthAndYear)(date);
}

/** Day, hour and the name of the reader's zone, for what ends at an instant. A line may end before the hour, not within it. */
export function formatInstant(iso: string): string {
  return instant(new Date(iso)).replace(HOUR_AND_ZONE, (hour) => hour.replaceAll(' ', '\u00a0'));
}

/** `Friday, 20 November`, with the year when it is another one than now: a heading over what happened that day. */
export function formatLongDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? longDay : longDayAndYear)(date);
}

/** `14:05`, under a heading that names the day. */
export function formatTime(iso: string): string {
  return time(new Date(iso));
}

type Formatter = (date: Date) => string;

/** Made when it is first wanted: that takes longer than all that a page formats. */
function formatter(options: Intl.DateTimeFormatOptions): Formatter {
  let made: Intl.DateTimeFormat | undefined;
  return (date) => (made ??= new Intl.DateTimeFormat(locale, options)).format(date);
}

const day = formatter({ day: 'numeric', month: 'short' });
const dayAndYear = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
const monthAndYear = formatter({ month: 'short', year: 'numeric' });
const longDay = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
const longDayAndYear = formatter({ dateStyle: 'full' });
const time = formatter({ timeStyle: 'short' });
const instant = formatter({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  // As the region writes hours: 9:05 AM there, 09:05 here.
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});
