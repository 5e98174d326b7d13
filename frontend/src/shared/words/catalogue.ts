import type { Language } from './language.ts';
import { language } from './language.ts';

/** All words of the page in another language: by the name of the catalogue. */
export type Translation = Readonly<Record<string, object>>;

const TRANSLATIONS: Record<Exclude<Language, 'en'>, () => Promise<Translation>> = {
  de: async () => (await import('../../languages/german.ts')).german,
};

// Waited for before any word is asked for, so that words are plain values everywhere. English comes with the page.
const translation = language === 'en' ? {} : await TRANSLATIONS[language]().catch(inEnglish);

/**
 * The words of one feature in the reader's language. They stand here in English; `words.de.ts` beside has them in German.
 * The name is the way of the folder from `src`.
 */
export function catalogue<Words extends object>(name: string, english: Words): Words {
  return Object.assign(english, translation[name]);
}

// Better in English than not at all.
function inEnglish(): Translation {
  return {};
}
