import { loadAnew } from '../state/load-anew.ts';

/** The languages of the page, each by its own name. */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT_AS = 'vitrine.language';

/** What the browser says of its reader. There is none where tests run. */
const readersTags = typeof window === 'undefined' ? [] : window.navigator.languages;

/** The language of the page: the one that was chosen here, else the first of the reader's that we speak. */
export const language: Language = spokenLanguage([keptChoice(), ...readersTags]);

/** The reader's own regional form of it: en-GB and en-US write dates apart, de-CH and de-DE numbers. */
export const locale: string = readersTags.find((tag) => codeOf(tag) === language) ?? language;

export function spokenLanguage(wanted: readonly string[]): Language {
  return wanted.map(codeOf).find(isSpoken) ?? 'en';
}

/** Keeps the choice in this browser, and draws the page anew with its words. */
export function speak(chosen: Language): void {
  try {
    window.localStorage.setItem(KEPT_AS, chosen);
  } catch {
    // Where the browser keeps nothing, its own settings name the language.
  }
  loadAnew();
}

function keptChoice(): string {
  try {
    return window.localStorage.getItem(KEPT_AS) ?? '';
  } catch {
    return '';
  }
}

function codeOf(tag: string): string {
  return tag.split('-')[0] ?? '';
}

function isSpoken(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}
