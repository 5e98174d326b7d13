export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of the page: the first of the reader's that we speak. */
export const language: Language = spokenLanguage(typeof navigator === 'undefined' ? [] : navigator.languages);

/** The words of one feature in the reader's language. Every language has every word, or it does not compile. */
export function catalogue<Words extends object>(words: Record<Language, Words>): Words {
  return words[language];
}

/** Picks the plural form by the language's own rules. `#` stands for the count, written as the locale does. */
export function plural(count: number, forms: { one: string; other: string }): string {
  const form = pluralRules.select(count) === 'one' ? forms.one : forms.other;
  return form.replace('#', wholeNumber.format(count));
}

export function spokenLanguage(preferred: readonly string[]): Language {
  const codes = preferred.map((tag) => tag.split('-')[0]);
  return LANGUAGES.find((known) => codes.includes(known)) ?? 'en';
}

const pluralRules = new Intl.PluralRules(language);
const wholeNumber = new Intl.NumberFormat(language);
