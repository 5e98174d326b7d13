import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  readAllAssetIds,
  useSharedAssets,
} from '../../../features/browse-shared-assets/browse-shared-assets-api.ts';
import { useDownload } from '../../../features/download-assets/use-download.tsx';
import { within } from '../../../features/select-assets/selection.ts';
import { useSelectionHere } from '../../../features/select-assets/use-selection.ts';
import { tellError } from '../../../shared/notices/notice.ts';
import { useShowPreview } from '../../../shared/state/use-show-preview.ts';

/** What both pages of a share stand on: its assets, what of them is selected, and how they are had. */
export function useSharedAssetsPage(shareId: string) {
  const query = useSharedAssets(shareId);
  const [held, selecting] = useSelectionHere(shareId);
  const { download, isPreparing } = useDownload({ shareId });
  // Also for whoever is on another tab by then.
  const all = useMutation({
    mutationFn: () => readAllAssetIds(shareId),
    onSuccess: download,
    onError: tellError,
  });
  const listed = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const selection = useMemo(() => within(held, listed), [held, listed]);
  const show = useShowPreview();
  return {
    shareId,
    query,
    listed,
    selection,
    selecting,
    download,
    show,
    isPreparing: isPreparing || all.isPending,
    downloadAll: () => all.mutate(),
  };
}
