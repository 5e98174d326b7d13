import { useMutation } from '@tanstack/react-query';
import type { DownloadView } from '@vitrine/contracts';
import { useCallback, useRef } from 'react';
import { api, guestApiOf } from '../../shared/api/client.ts';

type Wanted = { assetIds: string[]; shareId?: string };
type Options = {
  isGuest: boolean;
  /** Each is called for every download, also for one whose page was left before its answer came. */
  onPlanned: (plan: DownloadView) => void;
  onFailed: (error: unknown) => Promise<void>;
};

/**
 * Plans a download: what it will contain, and what is left out and why, before the first byte. What is being planned
 * already is not planned again: a double click is one download.
 */
export function usePrepareDownload({ isGuest, onPlanned, onFailed }: Options) {
  const underWay = useRef(new Set<string>());
  const { mutate, isPending } = useMutation({
    mutationFn: (wanted: Wanted) => (isGuest ? guestApiOf(wanted.shareId) : api).downloads.prepare(wanted),
    onSuccess: onPlanned,
    onError: onFailed,
    onSettled: (_plan, _error, { assetIds }) => void underWay.current.delete(assetIds.join()),
  });
  const prepare = useCallback(
    (wanted: Wanted) => {
      const name = wanted.assetIds.join();
      if (underWay.current.has(name)) return;
      underWay.current.add(name);
      mutate(wanted);
    },
    [mutate],
  );
  return { prepare, isPending };
}
