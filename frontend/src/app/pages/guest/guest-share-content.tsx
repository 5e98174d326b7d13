import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ComponentProps } from 'react';
import { useDownload } from '../../../features/download-assets/use-download.tsx';
import { within } from '../../../features/select-assets/selection.ts';
import type { Selection } from '../../../features/select-assets/selection.ts';
import { useSelection } from '../../../features/select-assets/use-selection.ts';
import { GuestGallery } from '../../../features/visit-share/guest-gallery.tsx';
import { GuestHead } from '../../../features/visit-share/guest-head.tsx';
import type { GuestAsset, GuestShare } from '../../../features/visit-share/visit-share-api.ts';
import {
  GUEST_SHARE_KEY,
  guestAssetsQuery,
  readAllAssetIds,
} from '../../../features/visit-share/visit-share-api.ts';
import { words } from '../../../features/visit-share/words.ts';
import { tell, tellError } from '../../../shared/notices/notice.ts';
import { useShowPreview } from '../../../shared/state/use-show-preview.ts';
import { useNow } from '../../../shared/ui/use-now.ts';
import { PageState } from '../../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../../shared/ui/read-failed.tsx';
import { ReadMore } from '../../../shared/ui/read-more.tsx';
import { ListedPreview } from '../listed-preview.tsx';
import { GuestSelectionBar } from './guest-selection-bar.tsx';

type Props = {
  share: GuestShare;
  /** As the address names it. */
  shareId: string | undefined;
};

export function GuestShareContent({ share, shareId }: Props) {
  const now = useNow();
  const queries = useQueryClient();
  // A refused download may mean that the share was closed meanwhile: the page asks, and says so.
  const onFailed = useCallback(
    () => void queries.invalidateQueries({ queryKey: GUEST_SHARE_KEY }),
    [queries],
  );
  const { download, isPreparing } = useDownload({ shareId: share.id, isGuest: true, onFailed });
  const all = useMutation({ mutationFn: () => readAllAssetIds(shareId) });
  return (
    <>
      <GuestHead
        share={share}
        now={now}
        isPreparing={isPreparing || all.isPending}
        onDownloadAll={() =>
          all.mutate(undefined, {
            onSuccess: download,
            onError: (error) => {
              tellError(error);
              onFailed();
            },
          })
        }
      />
      <GuestAssets share={share} shareId={shareId} download={download} />
    </>
  );
}

type AssetsProps = Props & { download: (assetIds: string[]) => void };

function GuestAssets({ share, shareId, download }: AssetsProps) {
  const whyNot = whyNothing(share);
  const query = useInfiniteQuery(guestAssetsQuery(shareId));
  const [held, selecting] = useSelection(`guest:${share.id}`);
  const { preview = null } = useSearch({ from: '/guest' });
  const show = useShowPreview();
  const listed = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const selection = useMemo(() => within(held, listed), [held, listed]);
  const take = useCallback(
    (assetIds: string[]) => (whyNot === undefined ? download(assetIds) : tell(whyNot)),
    [download, whyNot],
  );
  const actions = useMemo(
    () => ({
      whyNot,
      onSelect: (asset: GuestAsset) => selecting.toggle(asset),
      onPreview: ({ id }: GuestAsset) => show(id),
      onDownload: ({ id }: GuestAsset) => take([id]),
    }),
    [selecting, show, take, whyNot],
  );
  return (
    <>
      <GuestFiles query={query} listed={listed} selection={selection} actions={actions} />
      <GuestSelectionBar
        selection={selection}
        onClear={selecting.clear}
        onDownload={() => take([...selection.chosen.keys()])}
        whyNot={whyNot}
      />
      <ListedPreview
        openId={preview}
        through={{ shareId: share.id, isGuest: true, isCounted: share.downloadsMax !== null }}
        listed={listed}
        onShow={show}
        onDownload={actions.onDownload}
        whyNot={whyNot}
      />
    </>
  );
}

/** What is used up is known before anything is asked for. */
function whyNothing({ downloadsLeft, downloadsMax, sharedBy }: GuestShare): string | undefined {
  if (downloadsLeft !== 0 || downloadsMax === null) return undefined;
  return words.noDownloadsLeft(sharedBy, downloadsMax);
}

type FilesProps = Pick<ComponentProps<typeof GuestGallery>, 'actions'> & {
  query: UseInfiniteQueryResult;
  listed: readonly GuestAsset[];
  selection: Selection;
};

function GuestFiles({ query, listed, selection, actions }: FilesProps) {
  // So high that what stands below is out of sight until they are there.
  if (query.isPending) {
    return <div role="status" aria-label={words.loadingFiles} style={{ minHeight: '100dvh' }} />;
  }
  if (query.isError && listed.length === 0) {
    return <ReadFailed title={words.failedTitle} query={query} />;
  }
  if (listed.length === 0) return <PageState title={words.emptyTitle}>{words.emptyWords}</PageState>;
  return (
    <>
      <GuestGallery assets={listed} selectedIds={selection.chosen} actions={actions} />
      <ReadMore query={query} label={words.loadingFiles} />
    </>
  );
}
