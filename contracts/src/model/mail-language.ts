import * as z from 'zod';

/** The languages in which a person can be written to. */
export const MailLanguage = z.enum(['en', 'de']);
export type MailLanguage = z.infer<typeof MailLanguage>;
