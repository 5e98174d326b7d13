import { useEffect } from 'react';
import { AssetsGrid } from '../../features/browse-assets/assets-grid.tsx';
import { AssetsList } from '../../features/browse-assets/assets-list.tsx';
import { AssetsSkeleton } from '../../features/browse-assets/assets-skeleton.tsx';
import { USUAL_DENSITY } from '../../features/browse-assets/assets-view.ts';
import type { AssetsView } from '../../features/browse-assets/assets-view.ts';
import type { ListedAssets } from '../../features/browse-assets/use-assets.ts';
import { words } from '../../features/browse-assets/words.ts';
import { useDownload } from '../../features/download-assets/use-download.tsx';
import type { Selection } from '../../features/select-assets/selection.ts';
import type { SelectionActions } from '../../features/select-assets/use-selection.ts';
import { codeOf } from '../../shared/api/api-error.ts';
import { tellError } from '../../shared/notices/notice.ts';
import { PageState } from '../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import classes from './assets-page.module.css';
import { useAssetActions } from './use-asset-actions.ts';

type Props = {
  query: ListedAssets;
  view: AssetsView;
  selection: Selection;
  actions: SelectionActions;
  addUnread: (range: { first: number; last: number }) => void;
  onPreview: (assetId: string) => void;
  /** Undefined where no filter is set. */
  onClearFilters: (() => void) | undefined;
};

/** The list itself, or what stands in its place: a skeleton, an error, nothing. */
export function AssetsContent(props: Props) {
  const { query, view, onClearFilters } = props;
  if (query.isPending) return <AssetsSkeleton {...shapeOf(view)} />;
  if (query.isError && query.total === 0) {
    return <ReadFailed title={words.failedTitle} query={query} />;
  }
  if (query.total > 0) return <FilledContent {...props} />;
  return onClearFilters === undefined ? (
    <PageState title={words.emptyTitle}>{words.emptyWords}</PageState>
  ) : (
    <PageState title={words.noMatchTitle} action={{ label: words.clearFilters, onClick: onClearFilters }}>
      {words.noMatchWords}
    </PageState>
  );
}

function FilledContent({ query, view, selection, actions, addUnread, onPreview }: Props) {
  const { download } = useDownload();
  const { assets, onShow, isStale, error } = query;
  useEffect(() => {
    // Without a connection one line says so, and all is read again with it.
    if (error !== null && codeOf(error) !== 'offline') tellError(error);
  }, [error]);
  const assetActions = useAssetActions({
    ...{ listed: assets, selection, selecting: actions, addUnread },
    ...{ onPreview, onDownload: download },
  });
  const Layout = view.layout === 'list' ? AssetsList : AssetsGrid;
  return (
    <div className={classes.content} data-stale={isStale || undefined}>
      <Layout
        assets={assets}
        selectedIds={selection.chosen}
        actions={assetActions}
        onShow={onShow}
        density={view.density ?? USUAL_DENSITY}
        shownId={view.preview ?? null}
      />
    </div>
  );
}

function shapeOf({ layout = 'grid', density = USUAL_DENSITY }: AssetsView) {
  return { layout, density };
}
