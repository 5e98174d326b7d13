import { locale } from '../words/language.ts';

const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });

/** Names beside each other, as the reader's language writes them. */
export function formatList(names: readonly string[]): string {
  return list.format(names);
}
