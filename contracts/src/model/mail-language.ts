import * as z from 'zod';

/** The languages in which a person can be written to. */
export const MailLanguage = z.enum(['en', 'de']);
export type MailLanguage = z.infer<typeof MailLanguage>;

/**
 * The same where it was told or kept by somebody else: null where nobody said it, and for one that is not spoken here,
 * since versions run beside each other and the newer one may speak more.
 */
export const ToldLanguage = MailLanguage.nullable().catch(null);
