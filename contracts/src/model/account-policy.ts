import * as z from 'zod';

/** What an account wants of what its shares do by themselves. Administrators set it; identity keeps it. */
export const AccountPolicy = z.object({
  /** A mail to each guest a day before the end. */
  remindGuests: z.boolean(),
  /** Mails to the owner of a share of guests who never opened it: a day before the end, and at the end. */
  remindOwners: z.boolean(),
  /** A mail to the owner of a share when an invitation could not be delivered. */
  reportFailures: z.boolean(),
});
export type AccountPolicy = z.infer<typeof AccountPolicy>;
