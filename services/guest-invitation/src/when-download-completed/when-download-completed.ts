import { DownloadCompletedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { GuestTransaction } from '../invitation-repository.ts';

/** Counts what a guest took. */
export const whenDownloadCompleted = on(
  DownloadCompletedV1,
  async ({ data: { invitationId } }, { invitations }: GuestTransaction) => {
    if (invitationId !== null) await invitations.countDownload(invitationId);
  },
);
