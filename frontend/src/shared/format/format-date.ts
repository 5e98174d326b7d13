import { language } from '../words/catalogue.ts';

/** `3 Nov`, with the year when it is another one than now. */
export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(date);
}

/** Day, hour and the name of the reader's zone, for what ends at an instant . */
export function formatInstant(iso: string): string {
  return instant.format(new Date(iso));
}

// The reader's own regional form of the language that the page speaks: en-GB and en-US write dates apart.
const readersTags = typeof navigator === 'undefined' ? [] : navigator.languages;
const locale = readersTags.find((tag) => tag.startsWith(language)) ?? language;

const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const instant = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
