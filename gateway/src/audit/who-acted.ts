import type { Actor } from '@vitrine/contracts';
import type { Request } from 'express';

/** Whose act a request is, as far as it turned out while it was answered. */
export type Acting =
  | { readonly kind: 'person'; readonly userId: string; readonly accountId: string; readonly name: string }
  | { readonly kind: 'guest'; readonly invitationId: string; readonly shareId: string }
  /** Somebody who gave the address of a person and did not prove to be that one. */
  | { readonly kind: 'attempt'; readonly email: string };

const known = new WeakMap<Request, Acting>();

/** Takes note of who acts, for the audit; what is noted last counts. */
export const noteActor = (request: Request, actor: Actor): void => {
  if (actor.kind === 'user') {
    const { userId, accountId, name } = actor;
    known.set(request, { kind: 'person', userId, accountId, name });
  }
  if (actor.kind === 'guest') noteGuest(request, actor);
};

export const notePerson = (
  request: Request,
  { userId, accountId, name }: { userId: string; accountId: string; name: string },
): void => {
  known.set(request, { kind: 'person', userId, accountId, name });
};

export const noteGuest = (
  request: Request,
  { invitationId, shareId }: { invitationId: string; shareId: string },
): void => {
  known.set(request, { kind: 'guest', invitationId, shareId });
};

/** Takes note of an address that somebody signs in with; the audit names it only where it is a person's. */
export const noteAttempt = (request: Request, email: string): void => {
  known.set(request, { kind: 'attempt', email });
};

/** Null for nobody known. */
export const whoActed = (request: Request): Acting | null => known.get(request) ?? null;
