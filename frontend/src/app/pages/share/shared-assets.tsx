import { useSearch } from '@tanstack/react-router';
import { AssetsGrid } from '../../../features/browse-assets/assets-grid.tsx';
import { AssetsSkeleton } from '../../../features/browse-assets/assets-skeleton.tsx';
import { words } from '../../../features/browse-shared-assets/words.ts';
import { PageState } from '../../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../../shared/ui/read-failed.tsx';
import { ListedPreview } from '../listed-preview.tsx';
import { useAssetActions } from '../use-asset-actions.ts';
import { useAssetsKeys } from '../use-assets-keys.ts';
import { useReadAhead } from '../use-read-ahead.ts';
import type { useSharedAssetsPage } from './use-shared-assets-page.ts';

type Props = {
  page: ReturnType<typeof useSharedAssetsPage>;
  /** What stands there when the share holds nothing. */
  empty: { title: string; words: string };
  /** What is to be known of some of the assets, by their ids. */
  notes?: ReadonlyMap<string, string>;
};

/** The assets of a share, or what stands in their place: a skeleton, an error, nothing. */
export function SharedAssets({ page, empty, notes }: Props) {
  const { query, listed } = page;
  useAssetsKeys({ onAll: () => page.selecting.add(listed), onNone: page.selecting.clear });
  if (query.isPending) return <AssetsSkeleton layout="grid" />;
  if (query.isError && listed.length === 0) {
    return <ReadFailed title={words.failedTitle} query={query} />;
  }
  if (listed.length === 0) return <PageState title={empty.title}>{empty.words}</PageState>;
  return <FilledAssets page={page} {...(notes && { notes })} />;
}

function FilledAssets({ page, notes }: Pick<Props, 'page' | 'notes'>) {
  const { query, listed, selection, selecting, download, show } = page;
  const { preview } = useSearch({ from: '/portal/shares/$shareId' });
  const readAhead = useReadAhead(listed.length, query);
  const actions = useAssetActions({ listed, selection, selecting, onPreview: show, onDownload: download });
  return (
    <>
      <AssetsGrid
        assets={listed}
        selectedIds={selection.chosen}
        actions={actions}
        onShow={readAhead}
        shownId={preview ?? null}
        {...(notes && { notes })}
      />
      <ListedPreview
        openId={preview ?? null}
        through={{ shareId: page.shareId }}
        listed={listed}
        onShow={show}
        onDownload={({ id }) => download([id])}
      />
    </>
  );
}
