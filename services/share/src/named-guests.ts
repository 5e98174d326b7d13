import {
  type DurationDays,
  type GuestReference,
  type InvitationPolicy,
  type InvitationRequest,
  type MailLanguage,
  type RefusalReason,
  type UserActor,
  parseEmailAddress,
  policyRefusal,
} from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type * as z from 'zod';

/** What a request for a new share says of guests. */
export interface GuestsNamed {
  readonly guests: readonly GuestReference[];
  readonly durationDays?: DurationDays | undefined;
  /** What the mails are to be written in. */
  readonly language?: MailLanguage | null | undefined;
}

/** What has to be known of the guests, and what the account and the domains of the assets allow. */
export interface KnownOfGuests {
  readonly userIds: ReadonlySet<string>;
  /** Addresses of users, in lower case: whoever has one is no external guest. */
  readonly userEmails: ReadonlySet<string>;
  readonly policy: InvitationPolicy;
}

/** The users among the guests, whose existence has to be asked for. */
export const usersAmong = (guests: readonly GuestReference[]): string[] =>
  guests.flatMap((guest) => ('userId' in guest ? [guest.userId.toLowerCase()] : []));

/** The addresses among them, which may be users' too. */
export const addressesAmong = (guests: readonly GuestReference[]): string[] =>
  guests.flatMap((guest) => ('email' in guest ? (parseEmailAddress(guest.email) ?? []) : []));

/**
 * The invitation that a request asks for, its addresses in the form they are written to; null without guests. The same
 * guest twice is one, as named first.
 * @throws AppError `invalid-duration` without one, `duration-not-allowed` for one longer than the policy allows,
 * `invalid-guest` telling which of them and why
 */
export const requestInvitation = (
  { guests, durationDays, language = null }: GuestsNamed,
  known: KnownOfGuests & { owner: Pick<UserActor, 'userId' | 'email'>; now: Date },
): InvitationRequest | null => {
  if (guests.length === 0) return null;
  if (durationDays === undefined) throw new AppError('invalid-duration');
  const { longestDurationDays } = known.policy;
  if (durationDays > longestDurationDays) throw new AppError('duration-not-allowed', { longestDurationDays });
  const plain = new Map<string, GuestReference>();
  const refused: { guest: string; reason: Refusal }[] = [];
  for (const guest of guests) {
    const name = nameOf(guest);
    const reason = refusal(guest, known);
    if (reason !== null) refused.push({ guest: name, reason });
    else if (!plain.has(name.toLowerCase()))
      plain.set(name.toLowerCase(), 'userId' in guest ? { userId: name } : { email: name });
  }
  if (refused.length > 0) throw new AppError('invalid-guest', { guests: refused });
  return { guests: [...plain.values()], durationDays, requestedAt: known.now.toISOString(), language };
};

type Refusal = z.infer<typeof RefusalReason>;

const refusal = (
  guest: GuestReference,
  { owner, userIds, userEmails, policy }: KnownOfGuests & { owner: Pick<UserActor, 'userId' | 'email'> },
): Refusal | null => {
  if ('userId' in guest) {
    if (nameOf(guest) === owner.userId) return 'is-owner';
    return userIds.has(nameOf(guest)) ? null : 'unknown-user';
  }
  const email = parseEmailAddress(guest.email);
  if (email === null) return 'invalid-address';
  if (email.toLowerCase() === owner.email.toLowerCase()) return 'is-owner';
  return userEmails.has(email.toLowerCase()) ? null : policyRefusal(policy, email);
};

const nameOf = (guest: GuestReference): string =>
  'userId' in guest ? guest.userId.toLowerCase() : (parseEmailAddress(guest.email) ?? guest.email);
