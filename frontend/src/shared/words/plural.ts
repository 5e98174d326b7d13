import { language, locale } from './language.ts';

/** English needs `one` and `other`; other languages have more forms, or fewer. */
type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Picks the plural form by the language's own rules. `#` stands for the count, written as the locale does. */
export function plural(count: number, forms: Forms): string {
  const { rules, wholeNumber } = (made ??= make());
  const form = forms[rules.select(count)] ?? forms.other;
  return form.replace('#', wholeNumber.format(count));
}

/** A number by itself, written as the locale does. */
export function inFigures(count: number): string {
  return (made ??= make()).wholeNumber.format(count);
}

let made: ReturnType<typeof make> | undefined;

/** When something is first counted: it takes longer than all that a page counts. */
function make() {
  return { rules: new Intl.PluralRules(language), wholeNumber: new Intl.NumberFormat(locale) };
}
