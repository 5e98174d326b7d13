import type { ChangeDeps } from '../deps.ts';
import { hourBefore, openRecovery } from '../recovery.ts';
import type { RecoveryRequest } from '../recovery-repository.ts';

const AT_ONCE = 100;

type Transaction = Parameters<Parameters<ChangeDeps['inTransaction']>[0]>[0];

/** Has mails sent to those who forgot their passwords. What is nobody's address is forgotten. */
export const answerRecoveryRequests =
  ({ inTransaction, newId }: ChangeDeps) =>
  async (): Promise<void> => {
    for (;;) {
      const taken = await inTransaction(async (transaction) => {
        const requests = await transaction.recoveries.requests.take(AT_ONCE);
        const now = await transaction.databaseNow();
        for (const request of requests) await answer(transaction, request, { id: newId(), now });
        return requests.length;
      });
      if (taken < AT_ONCE) return;
    }
  };

const answer = async (
  { users, externals, recoveries, outbox }: Transaction,
  { email, language }: RecoveryRequest,
  { id, now }: { id: string; now: Date },
): Promise<void> => {
  const known = await users.byEmail(email);
  const user = known && (await users.locked(known.id));
  if (!user) return;
  const isKnownToProvider = await externals.hasAny(user.id);
  const withinTheHour = await recoveries.countSince(user.id, hourBefore(now));
  const opened = openRecovery({ id, user, isKnownToProvider, withinTheHour, language, now });
  if (opened === null) return;
  await recoveries.add(opened.recovery);
  await outbox.add(opened.events);
};
