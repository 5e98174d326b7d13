import { GuestExpiredV1, GuestRemovedV1, GuestRenewedV1, GuestResentV1 } from '@vitrine/contracts';
import { onAny } from '@vitrine/platform/bus/subscription.ts';
import type { RunningDownloads } from '../running-downloads.ts';

/** Ends what a guest takes whose link is dead; a renewal or sending it again gives another link, and this one stays dead. */
export const whenGuestEnded = (running: Pick<RunningDownloads, 'revoke'>) =>
  onAny([GuestRemovedV1, GuestExpiredV1, GuestRenewedV1, GuestResentV1], async ({ data }) => {
    running.revoke(({ invitationId }) => invitationId === data.invitationId);
  });
