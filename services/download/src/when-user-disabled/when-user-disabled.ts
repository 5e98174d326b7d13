import { UserDisabledV1 } from '@vitrine/contracts';
import { on } from '@vitrine/platform/bus/subscription.ts';
import type { RunningDownloads } from '../running-downloads.ts';

/** Ends what a disabled user takes. */
export const whenUserDisabled = (running: Pick<RunningDownloads, 'revoke'>) =>
  on(UserDisabledV1, async ({ data }) => {
    running.revoke(({ userId }) => userId === data.userId);
  });
