import type { ChangeDeps } from '../deps.ts';
import { found } from '../found.ts';
import { withoutSessions } from '../user.ts';

/** Ends all sessions of a person, wherever they are, but for the kept one. @throws AppError `not-found` where there is no such user. */
export const endSessions =
  ({ inTransaction }: ChangeDeps) =>
  ({ userId, keptSessionId }: { userId: string; keptSessionId: string | null }): Promise<void> =>
    inTransaction(async ({ users, outbox }) => {
      const { user, events } = withoutSessions(found(await users.locked(userId), 'user'), keptSessionId);
      await users.save(user);
      await outbox.add(events);
    });
