import * as z from 'zod';
import { GUEST_DATA_DAYS_MAX, INVITATIONS_PER_HOUR_MAX } from './limits.ts';
import { DurationDays } from './share.ts';

/** The part of addresses behind the `@`, such as `example.com`; what lies below counts as well. */
const AddressDomains = z.array(z.string().max(253)).max(100);

/** What an account wants of what its shares do by themselves. Administrators set it; identity keeps it. */
export const AccountPolicy = z.object({
  /** A mail to each guest a day before the end. */
  remindGuests: z.boolean(),
  /** Mails to the owner of a share of guests who never opened it: a day before the end, and at the end. */
  remindOwners: z.boolean(),
  /** A mail to the owner of a share when an invitation could not be delivered. */
  reportFailures: z.boolean(),
  /** For how long a link may work at most. */
  longestDurationDays: DurationDays,
  /** Whether anybody may be invited who is no user of the account. */
  externalGuests: z.boolean(),
  /** Where external guests have to have their addresses; anywhere where none is named. */
  allowedDomains: AddressDomains,
  /** Where external guests must not have their addresses, though they lie within an allowed one. */
  blockedDomains: AddressDomains,
  /** Whether every external guest types a code from a mail before a link opens anything, whatever the share says. */
  codeRequired: z.boolean(),
  /** How many invitations each person may send within an hour; null for as many as they like. */
  invitationsPerHour: z.int().min(1).max(INVITATIONS_PER_HOUR_MAX).nullable(),
  /** How many days after the end of an invitation what names its external guest is removed; null for never. */
  guestDataDays: z.int().min(1).max(GUEST_DATA_DAYS_MAX).nullable(),
});
export type AccountPolicy = z.infer<typeof AccountPolicy>;

/** What of the policy matters to whoever invites. */
export const InvitationPolicy = AccountPolicy.pick({
  longestDurationDays: true,
  externalGuests: true,
  allowedDomains: true,
  blockedDomains: true,
  codeRequired: true,
  invitationsPerHour: true,
});
export type InvitationPolicy = z.infer<typeof InvitationPolicy>;
