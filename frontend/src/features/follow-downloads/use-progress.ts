import { queryOptions, useQueries } from '@tanstack/react-query';
import { codeOf } from '../../shared/api/api-error.ts';
import { api, guestApiOf } from '../../shared/api/client.ts';
import { isGone, mayChange } from './downloads.ts';
import { forgetDownload } from '../../shared/downloads/tracked-downloads.ts';
import type { TrackedDownload } from '../../shared/downloads/tracked-downloads.ts';
import type { Progress } from './downloads.ts';

/** Beyond a second there is something to look at; what is quicker than that shows itself in the browser. */
const ASK_EVERY_MS = 1_000;

/** How far each download is; null as long as that was not asked. */
export function useProgress(downloads: readonly TrackedDownload[]): (Progress | null)[] {
  return useQueries({ queries: downloads.map(progressQuery) }).map(({ data = null }) => data);
}

const progressQuery = ({ id, isGuest, shareId, isFromBefore }: TrackedDownload) =>
  queryOptions({
    queryKey: ['download', id],
    queryFn: async ({ client, signal }): Promise<Progress> => {
      await laterBy(ASK_EVERY_MS, signal);
      const isFirstLook = client.getQueryData(['download', id]) === undefined;
      try {
        const { downloads } = isGuest ? guestApiOf(shareId) : api;
        const { state, abortedBy, bytesSent } = await downloads.get({ id });
        // It was there at the first look: the browser has shown it, and there is nothing to add.
        if (state === 'completed' && isFirstLook) forgetDownload(id);
        return { state, abortedBy, bytesSent, code: null };
      } catch (error) {
        // What a page before this one began may be long over, or another person's.
        if (isFromBefore && isFirstLook && isGone(codeOf(error))) forgetDownload(id);
        const known = client.getQueryData<Progress>(['download', id]) ?? UNKNOWN;
        return { ...known, code: codeOf(error) };
      }
    },
    refetchInterval: ({ state: { data } }) => (data === undefined || mayChange(data) ? 1 : false),
    staleTime: Infinity,
  });

const UNKNOWN: Progress = { state: 'running', abortedBy: null, bytesSent: 0, code: null };

function laterBy(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('No longer asked.', 'AbortError'));
    });
  });
}
