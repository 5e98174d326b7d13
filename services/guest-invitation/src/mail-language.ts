import type { MailLanguage } from '@vitrine/contracts';

/** What is known of the language of a mail; null for what is not. */
export interface LanguageSources {
  /** Of the page on which it was asked for. */
  readonly asked: MailLanguage | null;
  /** What whoever gets it read last: a user on the page, a guest on the guest's page. */
  readonly read: MailLanguage | null;
  /** What was chosen by whoever invited, or that person's own. */
  readonly chosen: MailLanguage | null;
}

/** What a mail is written in: whatever is nearest to its reader (decision 074). */
export const languageOf = ({ asked, read, chosen }: LanguageSources): MailLanguage =>
  asked ?? read ?? chosen ?? 'en';
