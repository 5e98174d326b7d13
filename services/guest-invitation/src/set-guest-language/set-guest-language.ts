import type { Actor, MailLanguage } from '@vitrine/contracts';
import { serviceOf } from '@vitrine/platform/actor/who-acts.ts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GuestDeps } from '../deps.ts';
import { isExpired } from '../invitation.ts';

interface SetGuestLanguage {
  readonly invitationId: string;
  readonly secretVersion: number;
  readonly language: MailLanguage;
}

/** Keeps what a guest reads the page in. @throws AppError `link-not-valid` where that session is over */
export const setGuestLanguage =
  ({ database }: Pick<GuestDeps, 'database'>) =>
  async ({ invitationId, secretVersion, language }: SetGuestLanguage, actor: Actor): Promise<void> => {
    serviceOf(actor);
    await database.inTransaction(async ({ invitations, readings, databaseNow }) => {
      const guest = await invitations.locked(invitationId);
      if (guest?.secretVersion !== secretVersion || isExpired(guest, await databaseNow()))
        throw new AppError('link-not-valid');
      await readings.keep(invitationId, language);
    });
  };
