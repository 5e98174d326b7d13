import { type GuestReference, type RefusalReason as Reasons, parseEmailAddress } from '@vitrine/contracts';
import type * as z from 'zod';

export type RefusalReason = z.infer<typeof Reasons>;

/** Somebody who can be invited. */
export interface Guest {
  kind: 'internal' | 'external';
  userId: string | null;
  email: string;
  name: string | null;
}

/** A guest who was named and is not invited, as the one who named them wrote it. */
export interface Refusal {
  guest: string;
  reason: RefusalReason;
}

/** Whom somebody meant by what was written, or why that is nobody to invite. */
export type Named = { written: string } & ({ guest: Guest } | { reason: RefusalReason });

/** An enabled user of the account. */
export interface KnownUser {
  id: string;
  email: string;
  name: string;
}

/** Whom to ask identity for: the users that were named, and those whom an address may mean. */
export const peopleNamed = (
  references: readonly GuestReference[],
): { userIds: string[]; emails: string[] } => ({
  userIds: references.flatMap((each) => ('userId' in each ? [each.userId.toLowerCase()] : [])),
  emails: references.flatMap((each) => ('email' in each ? (parseEmailAddress(each.email) ?? []) : [])),
});

/**
 * Who is meant by the guests that were named: an address of a user of the account means that user. In the order given,
 * each once; nobody is dropped without a reason.
 */
export const resolveGuests = (
  references: readonly GuestReference[],
  users: readonly KnownUser[],
  owner: { ownerId: string; ownerEmail: string },
): Named[] => {
  const seen = new Set<string>();
  return references.map((reference): Named => {
    const written = 'userId' in reference ? reference.userId : reference.email;
    const guest = resolve(reference, users);
    if (typeof guest === 'string') return { written, reason: guest };
    if (isOwner(guest, owner)) return { written, reason: 'is-owner' };
    const key = guest.email.toLowerCase();
    if (seen.has(key)) return { written, reason: 'named-twice' };
    seen.add(key);
    return { written, guest };
  });
};

/** Whether two guests are one: the same user, or the same address. */
export const isSameGuest = (
  one: Pick<Guest, 'userId' | 'email'>,
  other: Pick<Guest, 'userId' | 'email'>,
): boolean => (one.userId !== null && one.userId === other.userId) || isSameAddress(one.email, other.email);

const isSameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const isOwner = (guest: Guest, { ownerId, ownerEmail }: { ownerId: string; ownerEmail: string }): boolean =>
  isSameGuest(guest, { userId: ownerId, email: ownerEmail });

const resolve = (reference: GuestReference, users: readonly KnownUser[]): Guest | RefusalReason => {
  if ('userId' in reference) {
    const user = users.find(({ id }) => id === reference.userId.toLowerCase());
    return user === undefined ? 'unknown-user' : internal(user);
  }
  const email = parseEmailAddress(reference.email);
  if (email === null) return 'invalid-address';
  const user = users.find((each) => isSameAddress(each.email, email));
  return user === undefined ? { kind: 'external', userId: null, email, name: null } : internal(user);
};

const internal = ({ id, email, name }: KnownUser): Guest => ({ kind: 'internal', userId: id, email, name });
