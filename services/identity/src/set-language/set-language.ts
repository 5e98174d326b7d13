import type { MailLanguage } from '@vitrine/contracts';
import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { speaking } from '../user.ts';

/** Keeps what a person uses the page in, and tells it whoever writes mails. @throws AppError `not-found` for nobody */
export const setLanguage =
  ({ inTransaction }: ChangeDeps) =>
  ({ userId, language }: { userId: string; language: MailLanguage }): Promise<void> =>
    inTransaction(async ({ users, outbox }) => {
      const { user, events } = speaking(found(await users.locked(userId), 'user'), language);
      if (events.length === 0) return;
      await users.save(user);
      await outbox.add(events);
    });
