import { ShareDeletedV1, ShareDisabledV1 } from '@vitrine/contracts';
import { onAny } from '@vitrine/platform/bus/subscription.ts';
import type { RunningDownloads } from '../running-downloads.ts';

/** Ends what guests take through a share that was switched off, and what anybody takes through one that is gone. */
export const whenShareClosed = (running: Pick<RunningDownloads, 'revoke'>) =>
  onAny([ShareDisabledV1, ShareDeletedV1], async ({ type, data }) => {
    const isGone = type === ShareDeletedV1.type;
    running.revoke(
      ({ shareId, invitationId }) => shareId === data.shareId && (isGone || invitationId !== null),
    );
  });
