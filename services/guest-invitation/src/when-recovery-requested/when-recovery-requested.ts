import { UserRecoveryRequestedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { GuestTransaction } from '../invitation-repository.ts';

/** Has the mail sent by which a user sets another password: once for each recovery. */
export const whenRecoveryRequested = ({ onMailQueued }: { onMailQueued: () => void }) =>
  on(UserRecoveryRequestedV1, async ({ data }, { recoveryMails }: GuestTransaction) => {
    const { recoveryId: id, email, name, language } = data;
    await recoveryMails.add({ id, email, name, language });
    onMailQueued();
  });
