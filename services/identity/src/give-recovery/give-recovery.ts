import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { AllDeps } from '../deps.ts';
import { hourAfter } from '../recovery.ts';

/** Makes that the secret of a recovery, from now on for an hour. @throws AppError `not-found` for one that is over */
export const giveRecovery =
  ({ repositories: { recoveries, databaseNow } }: AllDeps) =>
  async ({ recoveryId, secretHash }: { recoveryId: string; secretHash: string }): Promise<void> => {
    const now = await databaseNow();
    const isGiven = await recoveries.give(recoveryId, secretHash, { now, endsAt: hourAfter(now) });
    if (!isGiven) throw new AppError('not-found');
  };
