import type { Actor, GuestActor, ServiceActor, UserActor } from '@vitrine/contracts';
import { AppError } from '../errors/app-error.ts';

/** The signed-in person who acts. @throws AppError `not-signed-in` for anybody else. */
export const userOf = (actor: Actor): UserActor => {
  if (actor.kind !== 'user') throw new AppError('not-signed-in');
  return actor;
};

/** The guest who acts. @throws AppError `link-not-valid` for anybody else. */
export const guestOf = (actor: Actor): GuestActor => {
  if (actor.kind !== 'guest') throw new AppError('link-not-valid');
  return actor;
};

/** The service that acts on its own account. @throws AppError `not-allowed` for anybody else. */
export const serviceOf = (actor: Actor): ServiceActor => {
  if (actor.kind !== 'service') throw new AppError('not-allowed');
  return actor;
};
