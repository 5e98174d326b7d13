import { useCallback } from 'react';
import { ApiError } from '../../shared/api/api-error.ts';
import type { ExcludedAsset } from '../../shared/assets/asset.ts';
import { ExcludedList } from '../../shared/assets/excluded-list.tsx';
import { startDownload } from '../../shared/downloads/start-download.ts';
import { trackDownload } from '../../shared/downloads/tracked-downloads.ts';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { usePrepareDownload } from './download-assets-api.ts';
import { words } from './words.ts';

/** Through what the assets are had: one's domain, or a share, there perhaps as its guest. */
type Through = {
  shareId?: string;
  isGuest?: boolean;
  /** Something may have changed that the page does not know of yet. Answers true where it told what that is. */
  onFailed?: ((error: unknown) => unknown) | undefined;
};

/** Downloads assets and tells what could not be included. */
export function useDownload({ shareId, isGuest = false, onFailed }: Through = {}) {
  const { prepare, isPending } = usePrepareDownload({
    isGuest,
    onPlanned: (plan) => {
      startDownload(plan.url);
      trackDownload(plan, { isGuest, shareId });
      tellExcluded(words.excludedTitle(plan.excluded.length), plan.excluded);
    },
    onFailed: async (error) => {
      const isTold = await onFailed?.(error);
      if (isTold !== true) tellFailure(error);
    },
  });
  const download = useCallback(
    (assetIds: string[]) => prepare({ assetIds, ...(shareId === undefined ? {} : { shareId }) }),
    [prepare, shareId],
  );
  return { download, isPreparing: isPending };
}

function tellFailure(error: unknown): void {
  const excluded = error instanceof ApiError ? excludedIn(error) : [];
  if (excluded.length === 0) tellError(error);
  else tellExcluded(words.nothingTitle, excluded);
}

function tellExcluded(title: string, excluded: readonly ExcludedAsset[]): void {
  if (excluded.length === 0) return;
  tell(title, { details: <ExcludedList excluded={excluded} label={words.excludedList} /> });
}

function excludedIn({ details }: ApiError): ExcludedAsset[] {
  const excluded = details['excluded'];
  return Array.isArray(excluded) ? (excluded as ExcludedAsset[]) : [];
}
