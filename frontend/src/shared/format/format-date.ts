import { locale } from '../words/language.ts';

/** `3 Nov`, with the year when it is another one than now. */
export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(date);
}

/** Day, hour and the name of the reader's zone, for what ends at an instant. */
export function formatInstant(iso: string): string {
  return instant.format(new Date(iso));
}

/** `Friday, 20 November`, with the year when it is another one than now: a heading over what happened that day. */
export function formatLongDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? longDay : longDayAndYear).format(date);
}

/** `14:05`, under a heading that names the day. */
export function formatTime(iso: string): string {
  return time.format(new Date(iso));
}

const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const longDayAndYear = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const instant = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  // As the region writes hours: 9:05 AM there, 09:05 here.
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});
