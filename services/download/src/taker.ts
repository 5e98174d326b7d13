import type { Actor, GuestActor, UserProfile } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import * as z from 'zod';

/** Who a download is for, as much of it as is needed to ask again whether it may go on. */
export const Taker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), userId: z.uuid(), name: z.string(), sessionId: z.string() }),
  z.object({
    kind: z.literal('guest'),
    invitationId: z.uuid(),
    shareId: z.uuid(),
    secretVersion: z.int(),
    /** The guest's address. */
    name: z.string(),
    sessionId: z.string(),
  }),
]);
export type Taker = z.infer<typeof Taker>;
export type GuestTaker = Extract<Taker, { kind: 'guest' }>;

/**
 * Whether a ticket is answered to the one who holds it. A ticket is a capability: who brings no session, as download
 * managers do, is served; somebody else's session is not.
 */
export const mayHold = (taker: Taker, actor: Actor): boolean =>
  actor.kind === 'anonymous' || isSamePerson(taker, actor);

export const isSamePerson = (taker: Taker, actor: Actor): boolean => {
  if (taker.kind === 'user') return actor.kind === 'user' && actor.userId === taker.userId;
  return actor.kind === 'guest' && actor.invitationId === taker.invitationId;
};

/** @throws AppError `not-signed-in` for one who is neither a person nor a guest. */
export const takerOf = (actor: Actor, name: string): Taker => {
  if (actor.kind === 'user') {
    const { userId, sessionId } = actor;
    return { kind: 'user', userId, name, sessionId };
  }
  if (actor.kind !== 'guest') throw new AppError('not-signed-in');
  return { ...actor, name };
};

/** The guest who acts again, long after the request that planned the download. */
export const guestAgain = ({ name: _, ...guest }: GuestTaker): GuestActor => guest;

/** The person who acts again, with the rights of now. */
export const userAgain = (profile: UserProfile, sessionId: string): Actor => ({
  kind: 'user',
  userId: profile.userId,
  accountId: profile.account.id,
  name: profile.name,
  email: profile.email,
  isAdministrator: profile.isAdministrator,
  domainIds: profile.domains.map(({ id }) => id),
  currentDomainId: null,
  sharesEnabled: profile.account.features.shares,
  sessionId,
});
