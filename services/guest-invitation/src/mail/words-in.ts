import type { MailLanguage } from '@vitrine/contracts';
import { german } from './words.de.ts';
import { type MailWords, english } from './words.ts';

const WORDS: Record<MailLanguage, MailWords> = { en: english, de: german };

/** What mails say in a language. */
export const wordsIn = (language: MailLanguage): MailWords => WORDS[language];
