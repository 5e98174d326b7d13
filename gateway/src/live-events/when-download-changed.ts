import { DownloadAbortedV1, DownloadCompletedV1, DownloadStartedV1 } from '@vitrine/contracts';
import { onAny } from '@vitrine/platform/bus/subscription.ts';
import type { LiveEvents } from './live-events.ts';
import { managersOf } from './rights.ts';

/** Tells who manages the share through which something is taken. */
export const whenDownloadChanged = (live: Pick<LiveEvents, 'tellOfShare'>) =>
  onAny(
    [DownloadStartedV1, DownloadCompletedV1, DownloadAbortedV1],
    async ({ data: { shareId, accountId } }) => {
      if (shareId === null || accountId === null) return;
      await live.tellOfShare({ shareId, accountId }, 'activity-changed', managersOf);
    },
  );
