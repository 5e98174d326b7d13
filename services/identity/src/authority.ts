import type { Actor, UserActor } from '@vitrine/contracts';
import { userOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';

/** By whose right something is done: an administrator's, within one account; or that of whoever runs the system. */
export type Authority = Readonly<Pick<UserActor, 'userId' | 'accountId'>> | 'operator';

/** The administrator who acts. @throws AppError `not-signed-in` for nobody, `not-allowed` for any other person */
export const administratorOf = (actor: Actor): UserActor => {
  const user = userOf(actor);
  if (!user.isAdministrator) throw new AppError('not-allowed');
  return user;
};

/** The thing, where the authority reaches it; what is of another account is none. */
export const within = <Thing extends { accountId: string }>(
  authority: Authority,
  thing: Thing | null,
): Thing | null => (authority === 'operator' || thing?.accountId === authority.accountId ? thing : null);

/** Nobody locks themselves out by mistake. @throws AppError `own-account` */
export const demandAnother = (authority: Authority, userId: string): void => {
  if (authority !== 'operator' && authority.userId === userId) throw new AppError('own-account');
};
