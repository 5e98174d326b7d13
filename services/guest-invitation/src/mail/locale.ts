/** The forms of a phrase that depend on a count; `#` stands for the count. Languages have more of them, or fewer. */
type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** What counts, dates and lists look like in one locale, by `Intl`. */
export const inLocale = (locale: string) => {
  const rules = new Intl.PluralRules(locale);
  const wholeNumber = new Intl.NumberFormat(locale);
  const dateAndTime = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  });
  return {
    /** An instant as mails write it: nobody knows the zone of who will read it. */
    instant: (date: Date): string => dateAndTime.format(date),
    plural: (count: number, forms: Forms): string =>
      (forms[rules.select(count)] ?? forms.other).replace('#', wholeNumber.format(count)),
  };
};
