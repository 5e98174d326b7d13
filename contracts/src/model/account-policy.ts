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
  /** Whether who manages a share may be given a link of a guest, beside the mail. */
  linksToCopy: z.boolean(),
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
  codeRequired: true,
  linksToCopy: true,
  invitationsPerHour: true,
}).extend({
  /** Of several policies that hold together, which may name more than one of them may. */
  allowedDomains: z.array(z.string()),
  blockedDomains: z.array(z.string()),
});
export type InvitationPolicy = z.infer<typeof InvitationPolicy>;

/**
 * What a domain asks of shares that hold its assets, beside its account. Where a part says nothing, or less than the
 * account, the account's holds: a domain is stricter, never looser.
 */
export const DomainPolicy = z.object({
  /** Null for that of the account. */
  longestDurationDays: DurationDays.nullable(),
  /** Whether the account alone decides on external guests; false for none. */
  externalGuests: z.boolean(),
  /** Empty for those of the account. Of both an address has to lie in one. */
  allowedDomains: AddressDomains,
  /** Beside those of the account. */
  blockedDomains: AddressDomains,
  /** Whether a code is asked for, though the account does not ask for one. */
  codeRequired: z.boolean(),
  /** Whether the account alone decides on links to copy; false for none. */
  linksToCopy: z.boolean(),
  /** Null for that of the account. */
  invitationsPerHour: AccountPolicy.shape.invitationsPerHour,
});
export type DomainPolicy = z.infer<typeof DomainPolicy>;

/** The policy that holds for a share: that of the account, and those of the domains whose assets it holds. */
export const SharePolicy = InvitationPolicy.extend({
  /** In what a domain is stricter than the account. */
  byDomain: z.array(InvitationPolicy.keyof()),
});
export type SharePolicy = z.infer<typeof SharePolicy>;
