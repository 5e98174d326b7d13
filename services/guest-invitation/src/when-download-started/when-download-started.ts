import { DownloadStartedV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { GuestTransaction } from '../invitation-repository.ts';

/** Counts what a guest began, to be shown: whether one more may be begun is decided by download. */
export const whenDownloadStarted = on(
  DownloadStartedV1,
  async ({ data: { invitationId } }, { invitations }: GuestTransaction) => {
    if (invitationId !== null) await invitations.countBegun(invitationId);
  },
);
