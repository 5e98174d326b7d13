import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { GuestDeps } from '../deps.ts';
import { endReturnedMail } from '../end-mail.ts';
import { readBounce } from '../mail/read-bounce.ts';
import { isSame, mailIdIn } from '../mail/return-path.ts';

interface Returned {
  token: string;
  recipient?: string | undefined;
  message: string;
}

/**
 * Takes a mail that came to a return path. Where it says that an invitation will not be delivered, the owner sees that
 * and why; anything else is taken and changes nothing, so that no mail server tries again.
 * @throws AppError `not-found` where mails do not return to us, `not-allowed` without the token of who hands them over
 */
export const takeBounce =
  ({ database, newId, onMailQueued, bounces }: GuestDeps) =>
  async ({ token, recipient, message }: Returned): Promise<void> => {
    if (bounces === undefined) throw new AppError('not-found');
    if (!isSame(token, bounces.token)) throw new AppError('not-allowed');
    const bounce = await readBounce(message);
    if (bounce === null) return;
    const addresses = recipient === undefined ? bounce.recipients : [recipient];
    for (const mailId of addresses.flatMap((address) => mailIdIn(bounces, address) ?? [])) {
      const mail = await database.repositories.mails.byId(mailId);
      if (mail === null) continue;
      await endReturnedMail(database, mail, { reason: bounce.reason, toOwnerId: newId() });
      onMailQueued();
    }
  };
