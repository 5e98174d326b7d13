/** What is looked for: words that are to be there, and the beginning of the one that is being typed. */
export interface SearchWords {
  /** For PostgreSQL's to_tsquery: all words, the last as a prefix. */
  exact: string;
  /** The longest first; for words that are only like these. */
  similar: string[];
}

/** How many words count: nobody types more, and each costs. */
const WORDS_MAX = 12;

/**
 * A search as the database takes it, out of what `search_text()` left of the words typed: small letters, digits and
 * single spaces, so that nothing in them means anything to a query. Null where no word is left.
 */
export const searchWords = (cleaned: string): SearchWords | null => {
  const words = cleaned.split(' ').filter(Boolean).slice(0, WORDS_MAX);
  if (words.length === 0) return null;
  return {
    exact: words.map((word, index) => `'${word}'${index === words.length - 1 ? ':*' : ''}`).join(' & '),
    similar: words.toSorted((one, other) => other.length - one.length),
  };
};
