import { language } from '../words/catalogue.ts';

/** `3 Nov`, with the year when it is another one than now. */
export function formatDay(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const isThisYear = date.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(dateLocale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date);
}

/** Day, hour and the name of the reader's zone, for what ends at an instant (product.md, rule 4). */
export function formatInstant(iso: string): string {
  return new Intl.DateTimeFormat(dateLocale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(iso));
}

// The reader's own regional form of the language that the page speaks: en-GB and en-US write dates apart.
const dateLocale = readersTags().find((tag) => tag.startsWith(language)) ?? language;

function readersTags(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages;
}
