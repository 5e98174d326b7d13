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

/** Enabled users of the account. */
export interface KnownUser {
  id: string;
  email: string;
  name: string;
}

const asWritten = (reference: GuestReference): string =>
  'userId' in reference ? reference.userId : reference.email;

const internal = ({ id, email, name }: KnownUser): Guest => ({ kind: 'internal', userId: id, email, name });

const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const resolve = (reference: GuestReference, users: readonly KnownUser[]): Guest | RefusalReason => {
  if ('userId' in reference) {
    const user = users.find(({ id }) => id === reference.userId);
    return user === undefined ? 'unknown-user' : internal(user);
  }
  const email = parseEmailAddress(reference.email);
  if (email === null) return 'invalid-address';
  const user = users.find((each) => sameAddress(each.email, email));
  return user === undefined ? { kind: 'external', userId: null, email, name: null } : internal(user);
};

/**
 * Who is meant by the guests that were named: an address of a user of the account means that user. In the order given;
 * nobody is dropped without a reason.
 */
export const resolveGuests = (
  references: readonly GuestReference[],
  users: readonly KnownUser[],
  owner: { ownerId: string; ownerEmail: string },
): { guests: Guest[]; refused: Refusal[] } => {
  const guests: Guest[] = [];
  const refused: Refusal[] = [];
  for (const reference of references) {
    const outcome = judge(resolve(reference, users), guests, owner);
    if (typeof outcome === 'string') refused.push({ guest: asWritten(reference), reason: outcome });
    else guests.push(outcome);
  }
  return { guests, refused };
};

const judge = (
  candidate: Guest | RefusalReason,
  before: readonly Guest[],
  owner: { ownerId: string; ownerEmail: string },
): Guest | RefusalReason => {
  if (typeof candidate === 'string') return candidate;
  if (candidate.userId === owner.ownerId || sameAddress(candidate.email, owner.ownerEmail)) return 'is-owner';
  return before.some(({ email }) => sameAddress(email, candidate.email)) ? 'named-twice' : candidate;
};
