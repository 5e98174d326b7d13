import type { Plugin } from 'vite';

/** What stands before the hyphen is too short to stand at the end of a line. */
const SHORT_BEGINNING = /(?<=\s)(E|API|CSV|Spam)-(?=\p{Lu})/gu;
const WORD_JOINER = '\\u2060';

/** In German sentences `E-Mail` and its like stay on one line. A label of one word has no line to break. */
export function unbrokenWords(): Plugin {
  return {
    name: 'unbroken-words',
    enforce: 'pre',
    transform: {
      filter: { id: /words[.]de[.]ts$/ },
      handler: (code) => withUnbrokenWords(code),
    },
  };
}

export function withUnbrokenWords(code: string): string {
  return code.replaceAll(SHORT_BEGINNING, `$1-${WORD_JOINER}`);
}
