import {
  type DurationDays,
  type GuestReference,
  type InvitationRequest,
  type RefusalReason,
  type UserActor,
  parseEmailAddress,
} from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type * as z from 'zod';

/** What a request for a new share says of guests. */
export interface GuestsNamed {
  readonly guests: readonly GuestReference[];
  readonly durationDays?: DurationDays | undefined;
}

/** The users among the guests, whose existence has to be asked for. */
export const usersAmong = (guests: readonly GuestReference[]): string[] =>
  guests.flatMap((guest) => ('userId' in guest ? [guest.userId.toLowerCase()] : []));

/**
 * The invitation that a request asks for, its addresses in the form they are written to; null without guests. The same
 * guest twice is one.
 * @throws AppError `invalid-duration` without one, `invalid-guest` telling which of them and why
 */
export const requestInvitation = (
  { guests, durationDays }: GuestsNamed,
  known: { owner: Pick<UserActor, 'userId' | 'email'>; userIds: ReadonlySet<string>; now: Date },
): InvitationRequest | null => {
  if (guests.length === 0) return null;
  if (durationDays === undefined) throw new AppError('invalid-duration');
  const plain = new Map<string, GuestReference>();
  const refused: { guest: string; reason: Refusal }[] = [];
  for (const guest of guests) {
    const name = nameOf(guest);
    const reason = refusal(guest, known);
    if (reason !== null) refused.push({ guest: name, reason });
    else plain.set(name.toLowerCase(), 'userId' in guest ? { userId: name } : { email: name });
  }
  if (refused.length > 0) throw new AppError('invalid-guest', { guests: refused });
  return { guests: [...plain.values()], durationDays, requestedAt: known.now.toISOString() };
};

type Refusal = z.infer<typeof RefusalReason>;

const refusal = (
  guest: GuestReference,
  { owner, userIds }: { owner: Pick<UserActor, 'userId' | 'email'>; userIds: ReadonlySet<string> },
): Refusal | null => {
  if ('userId' in guest) {
    if (nameOf(guest) === owner.userId) return 'is-owner';
    return userIds.has(nameOf(guest)) ? null : 'unknown-user';
  }
  const email = parseEmailAddress(guest.email);
  if (email === null) return 'invalid-address';
  return email.toLowerCase() === owner.email.toLowerCase() ? 'is-owner' : null;
};

const nameOf = (guest: GuestReference): string =>
  'userId' in guest ? guest.userId.toLowerCase() : (parseEmailAddress(guest.email) ?? guest.email);
